import { expect } from "@playwright/test";
import { listOf } from "./support/list";
import { expectAccessible } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("every filter is in one sheet, and a long press selects", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  await page.getByRole("button", { name: "Filters" }).tap();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByRole("radio", { name: /^Important/ }).check({ force: true });
  await expect(page).toHaveURL(/view=important/);
  await sheet.getByRole("button", { name: /^travel: any/ }).tap();
  await sheet.getByRole("button", { name: "preferences must not be there" }).tap();
  await expect(page).toHaveURL(/view=important&tags=travel&not=preferences/);
  await sheet.getByRole("slider", { name: "Confidence at least" }).press("ArrowRight");
  await expectAccessible(page);
  await page.screenshot({ path: "test-results/look/filter-sheet-390-light.png" });
  const sizes = await sheet
    .getByRole("button")
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  await sheet.getByRole("button", { name: /^Show \d+ memor/ }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Filters, 4 active" })).toBeVisible();
  await page.getByRole("button", { name: "Clear all" }).first().tap();
  await expect(page).toHaveURL(/\/memories$/);

  await expect(listOf(page).getByRole("checkbox")).toHaveCount(0);
  const row = page.getByRole("link", { name: "Knee: no running on asphalt" });
  const box = await row.boundingBox();
  const finger = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 10 };
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [finger] });
  await expect(listOf(page).getByRole("checkbox", { checked: true })).toHaveCount(1);
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(page).toHaveURL(/\/memories$/);
  await expect(page.getByRole("region", { name: "Selection" })).toContainText("1 selected");
  await expectAccessible(page);
  await page.screenshot({ path: "test-results/look/selecting-390-light.png" });
});
