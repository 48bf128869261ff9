import { expect, type Page } from "@playwright/test";
import { rowsOf } from "./support/list";
import { expectAccessible } from "./support/page-checks";
import { arrive } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";

const field = (page: Page, name: string) => page.getByRole("textbox", { name });
const panel = (page: Page) => page.getByRole("region", { name: "Changes to many memories" });

async function priya(sandbox: RemoteSandbox): Promise<string> {
  return (await sandbox.people()).find(({ slug }) => slug === "priya")?.id ?? "";
}

/** The line above the list says that it shows `count` of all, once all are read. */
async function expectFound(page: Page, count: number): Promise<void> {
  const line = page.getByText(new RegExp(`^${count.toLocaleString("en")} of 10,000`)).first();
  await expect(line).toBeVisible({ timeout: 120_000 });
}

test("everything that can be done holds with ten thousand memories", { tag: "@long" }, async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^412 PATCH/);
  test.setTimeout(400_000);
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
    await expectFound(page, important);
    await page.goto(`/memories?tags=${encodeURIComponent(commonest)}&importance=0.5&sort=title`);
    const expected = tagged(commonest).filter(({ importance }) => (importance ?? 0) >= 0.5).length;
    await expectFound(page, expected);
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

  await test.step("words survive a reload and meet another tool's", async () => {
    const id = page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "";
    await page.getByRole("button", { name: "Edit" }).click();
    await field(page, "Summary").fill("Typed before a reload");
    await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
    await page.reload();
    await expect(field(page, "Summary")).toHaveValue("Typed before a reload", { timeout: 60_000 });
    await sandbox.putBlob(await priya(sandbox), { id, summary: "Written by another tool" });
    await page.getByRole("button", { name: "Save" }).click();
    // Everything is being read anew meanwhile.
    const versions = page.getByRole("heading", { level: 1, name: "Two versions" });
    await expect(versions).toBeVisible({ timeout: 60_000 });
    const summary = page.getByRole("radiogroup", { name: "Summary" });
    await summary.getByRole("radio", { name: "Yours" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("article").getByText("Typed before a reload")).toBeVisible();
    expect((await sandbox.getBlob(id))?.summary).toBe("Typed before a reload");
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

  await test.step("and once more from the trash", async () => {
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("Memory deleted")).toBeVisible();
    await page.goto("/trash");
    const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "One of ten" });
    await row.getByRole("button", { name: /Restore/ }).click();
    await expect(row).toHaveCount(0);
    const all = await sandbox.blobs(await priya(sandbox));
    expect(all.filter((blob) => blob.title === "One of ten thousand")).toHaveLength(1);
  });

  await test.step("a job over all that match", async () => {
    await page.goto(`/memories?tags=${encodeURIComponent(rarest)}&importance=0.9`);
    await expectFound(page, carriers);
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
