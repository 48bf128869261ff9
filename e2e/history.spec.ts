import { expect } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test("earlier versions are listed, compared and restored", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  test.slow();
  await arrive(page, sandbox, "noor");
  const first = "Knee: no running on asphalt";
  await page.getByRole("link", { name: first }).click();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  await page.getByRole("button", { name: "No versions" }).click();
  await expect(page).toHaveURL(/versions=1/);
  await expect(page.getByText("No earlier versions")).toBeVisible();
  await expectAccessible(page);
  await look(page, "history-empty");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();

  const change = async (title: string, content: string | null) => {
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    if (content) await page.getByRole("textbox", { name: "Content" }).fill(content);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  };
  await change("Knee: no running on gravel", "Trails are fine, every other day.\n\nNo stairs.");
  await change("Knee: no running at all", null);

  await page.getByRole("button", { name: "2 versions" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Earlier versions" })).toBeFocused();
  const items = page.getByRole("main").getByRole("listitem").filter({ hasText: "Changed then" });
  await expect(items).toHaveCount(2);
  const newest = items.first();
  await expect(newest.locator("del", { hasText: "on gravel" })).toBeVisible();
  await expect(newest.locator("ins", { hasText: "at all" })).toBeVisible();
  await items
    .nth(1)
    .getByRole("button", { name: /^Until/ })
    .click();
  await expect(items.nth(1).getByText("Changed then: Title and Content")).toBeVisible();
  await expectAccessible(page);
  await look(page, "history");

  await page.reload();
  await expect(items).toHaveCount(2);
  await items
    .nth(1)
    .getByRole("button", { name: /^Until/ })
    .click();
  await items.nth(1).getByRole("button", { name: "Restore this version" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Title and Content");
  await expect(dialog).toContainText("becomes a version itself");
  await expectAccessible(page);
  await look(page, "history-restore");
  await dialog.getByRole("button", { name: "Restore" }).click();
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  await expect(page.getByText("Restored.")).toBeVisible();

  await page.getByRole("button", { name: "3 versions" }).click();
  await expect(items).toHaveCount(3);
  await expect(items.first().locator("del", { hasText: "at all" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: first })).toBeVisible();
  await expect(page).not.toHaveURL(/versions/);
});

test("content that cannot be read is said, and not compared", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await page.goto("/memories?q=letter that can no longer");
  await page.getByRole("link", { name: "A letter that can no longer be read" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("checkbox", { name: "Replace the unreadable content" }).check();
  await page.getByRole("textbox", { name: "Content" }).fill("Written anew.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Written anew.").last()).toBeVisible();
  await page.getByRole("button", { name: "1 version" }).click();
  await expect(page.getByText("The earlier content cannot be read")).toBeVisible();
  await expect(page.getByRole("main").locator("del, ins")).toHaveCount(0);
  await expectAccessible(page);
  await look(page, "history-unreadable");
});

test("what was searched for is marked where it is read", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await page.goto("/memories?q=night train");
  await page.getByRole("link", { name: "Prefers night trains to short flights" }).click();
  const article = page.getByRole("article");
  await expect(article.getByRole("heading", { level: 1 }).locator("mark").first()).toBeVisible();
  await expect(article.locator("[data-field=content] mark").first()).toHaveText(/night|train/);
  await expectAccessible(page);
  await look(page, "reading-marked");
});
