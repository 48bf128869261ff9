import { expect } from "@playwright/test";
import { bar, box, fill, offer, selectAllMatching } from "./support/bulk";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, personId } from "./support/people";
import { test } from "./support/test";

test("one by one, a range with Shift, x, and Escape in its order", async ({ page, sandbox }) => {
  await fill(sandbox, 12);
  await arrive(page, sandbox, "tomas");
  await box(page, "Note 2").check();
  await expect(bar(page)).toContainText("1 selected");
  await box(page, "Note 6").click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("5 selected");
  await expect(box(page, "Note 4")).toBeChecked();
  await expect(box(page, "Note 7")).not.toBeChecked();
  await box(page, "Note 4").uncheck();
  await expect(bar(page)).toContainText("4 selected");
  await expectAccessible(page);
  await look(page, "selection");

  await page.getByRole("link", { name: "Note 9", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Note 9" })).toBeVisible();
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("5 selected");
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("4 selected");

  await test.step("it survives a reload", async () => {
    await page.reload();
    await expect(bar(page)).toContainText("4 selected");
  });

  await test.step("Escape closes what is open, then lets go of the selection", async () => {
    await bar(page).getByRole("button", { name: "Importance" }).click();
    await expect(page.getByRole("dialog", { name: /importance/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(bar(page)).toContainText("4 selected");
    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveCount(0);
  });

  await test.step("all, and Clear", async () => {
    await selectAllMatching(page, "Note 1", 12);
    await box(page, "Note 3").uncheck();
    await expect(bar(page)).toContainText("11 selected");
    await bar(page).getByRole("button", { name: "Clear the selection" }).click();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Memories" })).toBeFocused();
  });
});

test("what is loaded and all that match are two offers while memories are still being read", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  test.slow();
  await sandbox.fail({ method: "GET", path: "/memory-blobs", fault: { delayMs: 1_200 } });
  await arrive(page, sandbox, "priya");
  const boxes = page.getByRole("checkbox", { name: /^Select “/ });
  await expect(boxes.first()).toBeVisible({ timeout: 20_000 });
  await boxes.first().check();
  await expect(offer(page, /^Select the [\d,]+ loaded so far$/)).toBeVisible();
  const all = offer(page, "Select all that match, also those still being read");
  await expect(all).toBeVisible();
  await expectAccessible(page);
  await look(page, "selection-loading");
  await offer(page, /^Select the [\d,]+ loaded so far$/).click();
  await expect(bar(page)).toContainText(/^[\d,]+ selected/);

  await all.click();
  await expect(bar(page)).toContainText(/All matching selected: [\d,]+ so far/);
  await bar(page).getByRole("button", { name: "Importance" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("still being read");
  await expect(dialog.getByRole("button", { name: /^Set/ })).toBeDisabled();
  await look(page, "bulk-waits");
  await sandbox.clearFaults();
  await expect(dialog.getByRole("button", { name: /^Set .* 10,000 memories$/ })).toBeEnabled({
    timeout: 60_000,
  });
  await page.keyboard.press("Escape");
  await expect(bar(page)).toContainText("All 10,000 matching selected");
  await expect(bar(page).getByRole("button", { name: /^Select/ })).toHaveCount(0);
});

test("what is selected but out of sight is said, and asked about before it is deleted", async ({
  page,
  sandbox,
}) => {
  await fill(sandbox, 3, ["paper"]);
  await arrive(page, sandbox, "tomas");
  await box(page, "Note 1").check();
  await box(page, "Note 2").check();
  await expect(bar(page)).toContainText("2 selected");
  await page.getByRole("searchbox", { name: "Search memories" }).fill("note 3");
  await expect(page).toHaveURL(/q=note/);
  await expect(bar(page)).toContainText("2 of them are not in this list.");
  await bar(page).getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("2 of them are not in this list.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await sandbox.blobs(await personId(sandbox, "tomas"))).toHaveLength(3);
});
