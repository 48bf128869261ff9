import { expect, type Page } from "@playwright/test";
import { rowsOf } from "./support/list";
import { expectAccessible } from "./support/page-checks";
import { arrive } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";

const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const panel = (page: Page) => page.getByRole("region", { name: "Changes to many memories" });
const number = (text: string | null) => Number((text ?? "").replace(/\D/g, ""));

async function priya(sandbox: RemoteSandbox): Promise<string> {
  return (await sandbox.people()).find(({ slug }) => slug === "priya")?.id ?? "";
}

/** How many memories the line above the list says that it shows. */
async function found(page: Page): Promise<number> {
  const line = page.getByText(/^[\d,]+ of 10,000/).first();
  await expect(line).toBeVisible();
  return number((await line.textContent())?.split(" of ")[0] ?? null);
}

test("everything that can be done holds with ten thousand memories", async ({ page, sandbox }) => {
  test.setTimeout(300_000);
  const blobs = await sandbox.blobs(await priya(sandbox));
  const tagged = (name: string) => blobs.filter(({ tags }) => tags.includes(name));
  const uses = new Map<string, number>();
  for (const { tags } of blobs) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const [rarest = ""] = [...uses].sort((a, b) => a[1] - b[1])[0] ?? [];
  const [commonest = ""] = [...uses].sort((a, b) => b[1] - a[1])[0] ?? [];

  // Few enough to be changed one by one while somebody waits.
  const carriers = tagged(rarest).filter(({ importance }) => (importance ?? 0) >= 0.9).length;
  expect(carriers).toBeGreaterThan(10);

  await arrive(page, sandbox, "priya");
  await expect(page.getByText("10,000 memories")).toBeVisible({ timeout: 120_000 });

  await test.step("views and filters are exact", async () => {
    const important = blobs.filter(({ importance }) => (importance ?? 0) >= 0.8).length;
    await page.goto("/memories?view=important");
    await expect(page.getByText("10,000 memories")).toHaveCount(0);
    await expect.poll(() => found(page), { timeout: 120_000 }).toBe(important);
    await page.goto(`/memories?tags=${encodeURIComponent(commonest)}&importance=0.5&sort=title`);
    const expected = tagged(commonest).filter(({ importance }) => (importance ?? 0) >= 0.5).length;
    await expect.poll(() => found(page), { timeout: 120_000 }).toBe(expected);
  });

  await test.step("a memory is edited, and its former self is kept", async () => {
    await rowsOf(page).first().getByRole("link").click();
    await page.getByRole("button", { name: "Edit" }).click();
    await field(page, "Title").fill("One of ten thousand");
    await page.keyboard.press("Control+Enter");
    const title = page.getByRole("heading", { level: 1, name: "One of ten thousand" });
    await expect(title).toBeVisible();
    await page.getByRole("button", { name: "1 version" }).click();
    await expect(page.getByText("Changed then").first()).toBeVisible();
    await page.goBack();
    await expect(title).toBeVisible();
  });

  await test.step("it is deleted and brought back", async () => {
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("Memory deleted")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "One of ten thousand" }),
    ).toBeVisible();
    const all = await sandbox.blobs(await priya(sandbox));
    expect(all).toHaveLength(10_000);
    expect(all.filter((blob) => blob.title === "One of ten thousand")).toHaveLength(1);
  });

  await test.step("a job over all that match", async () => {
    await page.goto(`/memories?tags=${encodeURIComponent(rarest)}&importance=0.9`);
    await expect.poll(() => found(page), { timeout: 120_000 }).toBe(carriers);
    await page
      .getByRole("checkbox", { name: /^Select “/ })
      .first()
      .check();
    const bar = page.getByRole("region", { name: "Selection" });
    await bar.getByRole("button", { name: /^Select all [\d,]+ matching$/ }).click();
    await bar.getByRole("button", { name: "Add tags" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").fill("looked through");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: /^Add to/ }).click();
    const done = `${carriers.toLocaleString("en")} done`;
    await expect(panel(page).getByText(done, { exact: true })).toBeVisible({ timeout: 120_000 });
    const changed = await sandbox.blobs(await priya(sandbox));
    expect(changed.filter(({ tags }) => tags.includes("looked through"))).toHaveLength(carriers);
  });

  await test.step("a tag is renamed, after a preview", async () => {
    await page.goto("/tags");
    await expect(page.getByText(/^\d+ tags on [\d,]+ memories$/)).toBeVisible({ timeout: 120_000 });
    await page.getByRole("button", { name: "Actions for looked through", exact: true }).click();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").fill("reviewed");
    const rename = dialog.getByRole("button", { name: /^Rename on/ });
    await expect(rename).toHaveText(new RegExp(`\\b${carriers.toLocaleString("en")}\\b`));
    await rename.click();
    await expect(
      page.getByRole("row").filter({ has: page.getByRole("link", { name: "reviewed" }) }),
    ).toContainText(carriers.toLocaleString("en"), { timeout: 120_000 });
  });

  await test.step("the palette finds one of them", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").last().fill("one of ten thousand");
    await expect(page.getByRole("option", { name: /One of ten thousand/ })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("on a phone, and without a network, it is all still there", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/memories");
    await expect(page.getByText("10,000 memories")).toBeVisible({ timeout: 120_000 });
    await expectAccessible(page);
    await page.context().setOffline(true);
    await expect(page.getByText("This device is offline.")).toBeVisible();
    await page.getByRole("searchbox", { name: "Search memories" }).fill("one of ten thousand");
    await expect(page.getByRole("link", { name: "One of ten thousand" })).toBeVisible();
    await page.context().setOffline(false);
  });
});
