import { expect } from "@playwright/test";
import { LONG_TASK_MS, watchLongTasks } from "./support/long-tasks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test.setTimeout(180_000);

test("among ten thousand memories the palette and a rename's preview keep up with typing", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "priya");
  await page.goto("/tags");
  await expect(page.getByText(/on 10,000 memories$/)).toBeVisible({ timeout: 90_000 });
  const longTasks = await watchLongTasks(page);
  const expectQuick = async (what: string) => {
    const tasks = await longTasks();
    const longest = Math.max(0, ...tasks);
    expect(longest, `${what}: tasks of ${tasks.join(", ")} ms`).toBeLessThan(4 * LONG_TASK_MS);
  };

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expectQuick("opening");
  await page.keyboard.type("the spare pump controller", { delay: 50 });
  await expect(palette.getByRole("option").locator("mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expectQuick("searching");

  await page.getByRole("button", { name: "Actions for work" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("occupation", { delay: 50 });
  await expect(page.getByText(/^[\d,]+ memories will change\.$/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expectQuick("renaming");
});
