import { expect } from "@playwright/test";
import { article, option, palette, paletteField, rowLinks, titleAt } from "./support/keyboard";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test("the palette: commands, pages, tags and memories", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  test.slow();
  await arrive(page, sandbox, "noor");
  await expect(rowLinks(page).first()).toBeVisible();
  const { keyboard } = page;
  const first = await titleAt(page, 0);

  await test.step("opened by its button, and by keys", async () => {
    await page.getByRole("button", { name: "Search and commands" }).click();
    await expect(paletteField(page)).toBeFocused();
    await expectAccessible(page);
    await look(page, "palette");
    // Nothing is open: there is nothing to edit.
    await expect(option(page, "Edit the memory")).toHaveCount(0);
    await expect(option(page, "New memory")).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Control+k");
    await expect(palette(page)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Search and commands" })).toBeFocused();
  });

  await test.step("a memory, by a word inside its content", async () => {
    await keyboard.press("Control+k");
    await keyboard.type("fourteen hours");
    await expect(palette(page).getByRole("option")).toHaveCount(1);
    await expect(palette(page).locator("mark").first()).toBeVisible();
    await expectAccessible(page);
    await look(page, "palette-memories");
    await keyboard.press("Enter");
    await expect(article(page, "Prefers night trains to short flights")).toBeVisible();
  });

  await test.step("a command for what is open", async () => {
    await keyboard.press("Control+k");
    await keyboard.type("edit");
    await expect(option(page, "Edit the memory")).toHaveAttribute("aria-selected", "true");
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Content" })).toBeVisible();
  });

  await test.step("opened while typing, it takes nothing away and asks before it leaves", async () => {
    const field = page.getByRole("textbox", { name: "Title" });
    await field.fill("Half a title");
    await keyboard.press("Control+k");
    await expect(paletteField(page)).toBeFocused();
    await keyboard.press("Escape");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("Half a title");
    await keyboard.press("Control+k");
    await keyboard.type("settings");
    await keyboard.press("Enter");
    await expect(page.getByRole("alertdialog")).toBeVisible();
    await page.getByRole("alertdialog").getByRole("button").first().click();
    await expect(field).toHaveValue("Half a title");
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("alertdialog").getByRole("button").last().click();
    await expect(field).toHaveCount(0);
  });

  await test.step("a tag", async () => {
    await keyboard.press("Control+k");
    await keyboard.type("heal");
    await expect(palette(page).getByRole("group", { name: "Tags" })).toBeVisible();
    await option(page, /^health/).click();
    await expect(page).toHaveURL(/\/memories\?tags=health/);
  });

  await test.step("recent ones first, without the one that is open", async () => {
    await rowLinks(page).first().click();
    await page.goto("/memories");
    await expect(rowLinks(page).first()).toBeVisible();
    await rowLinks(page).first().click();
    await expect(article(page, first)).toBeVisible();
    await rowLinks(page).nth(1).click();
    await keyboard.press("Control+k");
    const recent = palette(page).getByRole("group", { name: "Recent" });
    await expect(recent.getByRole("option").first()).toContainText(first);
    await look(page, "palette-recent");
    await keyboard.press("Escape");
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(stored).not.toContain(await titleAt(page, 1));
  });

  await test.step("more than fit lead to the list; nothing is said to be nothing", async () => {
    await keyboard.press("Control+k");
    await keyboard.type("the");
    const all = option(page, /^Show all \d+ in the list$/);
    await all.scrollIntoViewIfNeeded();
    await all.click();
    await expect(page).toHaveURL(/\/memories\?q=the/);
    await keyboard.press("Control+k");
    await keyboard.type("xyzzy plugh");
    await expect(palette(page).getByText("Nothing fits “xyzzy plugh”")).toBeVisible();
    await expectAccessible(page);
    await look(page, "palette-nothing");
    await keyboard.press("Escape");
  });
});

test("the palette among ten thousand memories", { tag: "@long" }, async ({ page, sandbox }) => {
  test.slow();
  await arrive(page, sandbox, "priya");
  await page.goto("/tags");
  await expect(page.getByText(/on 10,000 memories$/)).toBeVisible({ timeout: 90_000 });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("a");
  await expect(option(page, /^Show all [\d,]+ in the list$/)).toBeAttached();
  await paletteField(page).fill("");
  await page.keyboard.type("pump water", { delay: 60 });
  await expect(palette(page).getByRole("group", { name: "Memories" })).toBeVisible();
  await expect(palette(page).getByRole("option").locator("mark").first()).toBeVisible();
  await look(page, "palette-ten-thousand");
});
