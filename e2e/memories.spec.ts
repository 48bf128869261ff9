import { expect, type Page } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

const rows = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 });

test("everything is in one list, of which only what is in sight is in the page", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(30);
  const first = page.getByRole("link", { name: "First conversation" });
  await expect(async () => {
    await rows(page).last().scrollIntoViewIfNeeded();
    await expect(first).toBeVisible({ timeout: 500 });
  }).toPass();
});

test("search, tags and importance narrow the list and live in the address", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  const search = page.getByRole("searchbox", { name: "Search memories" });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await search.fill("lighthouse");
  await expect(page).toHaveURL(/q=lighthouse/);
  await expect(page.getByText(/^\d of 61, inside content too$/)).toBeVisible();
  await expect(
    page.getByRole("main").locator("h3 mark", { hasText: "lighthouse" }),
  ).not.toHaveCount(0);

  await page
    .getByRole("navigation")
    .getByRole("button", { name: /^work: any/ })
    .click();
  await expect(page).toHaveURL(/tags=work/);
  await expect(page.getByText("No memory fits")).toBeVisible();
  await expect(page.getByText("Nothing is found by “lighthouse” and tagged work.")).toBeVisible();
  await expect(search).toBeVisible();
  await expectAccessible(page);
  await look(page, "filtered-empty");

  await page.reload();
  await expect(page.getByText("No memory fits")).toBeVisible();
  await expect(search).toHaveValue("lighthouse");
  await page.getByRole("main").getByRole("button", { name: "Clear all" }).last().click();
  await expect(page.getByText("61 memories")).toBeVisible();
  await expect(page).toHaveURL(/\/memories$/);

  await page.goto("/memories?importance=0.95");
  await expect(page.getByText("importance 0.95 or more")).toBeVisible();
  await expect(page.getByText(/^\d+ of 61$/)).toBeVisible();
});

test("what cannot be read and what is not encrypted is marked and explained", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await page.goto("/memories?q=letter that can no longer");
  const row = page.getByRole("listitem").filter({ hasText: "A letter that can no longer be read" });
  await expect(row.getByText("Cannot be read")).toBeVisible();
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A letter");
  await expect(page.getByText("Cannot be read").last()).toBeVisible();
  await expectAccessible(page);
  await look(page, "unreadable");

  const id = page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "";
  const stored = (await sandbox.getBlob(id))?.content;
  await page.getByRole("button", { name: "Edit" }).click();
  await expect(
    page.getByRole("checkbox", { name: "Replace the unreadable content" }),
  ).toBeVisible();
  await expectAccessible(page);
  await look(page, "unreadable-edit");
  await page.getByRole("textbox", { name: "Source" }).fill("the attic");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("the attic")).toBeVisible();
  expect((await sandbox.getBlob(id))?.content).toBe(stored);

  await page.goto("/memories?q=middle seat");
  await expect(page.getByText("Not encrypted").first()).toBeVisible();
});

test("a failed save keeps the words, a failed delete brings the memory back", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^503 /);
  await arrive(page, sandbox, "wanjiru");
  const title = (await rows(page).first().textContent()) ?? "";
  await rows(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Typed while Memoram is away");
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { status: 503 } });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Memoram" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(
    "Typed while Memoram is away",
  );
  await sandbox.clearFaults();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Discard and leave" }).click();

  await sandbox.fail({ method: "DELETE", path: /memory-blobs/, fault: { reset: true } });
  await page.getByRole("button", { name: "Delete" }).click();
  const toast = page.locator("[data-sonner-toast]").filter({ hasText: /not deleted|still/i });
  await expect(toast).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: title })).toBeVisible();
});

test("an error is never an empty list, and a first memory begins an empty one", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^503 /);
  await arrive(page, sandbox, "tomas");
  await expect(page.getByText("Nothing is kept about you yet")).toBeVisible();
  await expectAccessible(page);
  await look(page, "memories-empty");

  await sandbox.fail({ method: "GET", path: "/memory-blobs", fault: { status: 500 } });
  await page.reload();
  await expect(page.getByText("Your memories could not be read")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("Nothing is kept")).toHaveCount(0);
  await expectAccessible(page);
  await look(page, "memories-error");
  await sandbox.clearFaults();
  // It goes on by itself too, so the button may be gone before it is pressed.
  const again = page.getByRole("main").getByRole("button", { name: "Try again" });
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1_000 });
    await expect(page.getByText("Nothing is kept about you yet")).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await page.getByRole("button", { name: "New memory" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Write something first.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Content" }).fill("Likes a list that begins with one.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Likes a list that begins with one.").last()).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test("leaving with unsaved words asks first", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("button", { name: "New memory" }).click();
  await page.getByRole("textbox", { name: "Content" }).fill("Half a thought");
  await rows(page).first().getByRole("link").click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await look(page, "unsaved");
  await page.getByRole("alertdialog").getByRole("button").first().click();
  await expect(page.getByRole("textbox", { name: "Content" })).toHaveValue("Half a thought");
});
