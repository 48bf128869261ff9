import { expect, type Page } from "@playwright/test";
import { ended } from "./support/bulk";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";
import { expectGerman } from "./support/words";

const entries = (page: Page) =>
  page.getByRole("region", { name: "Activity" }).getByRole("listitem");
const filter = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });

test("what was done is listed by day, folded where it was done at once, and narrowed by the address", async ({
  page,
  sandbox,
}) => {
  test.slow();
  await arrive(page, sandbox, "noor");
  const list = page.getByRole("main").getByRole("heading", { level: 3 });
  const title = (await list.nth(7).textContent()) ?? "";

  // Five at once, then one alone.
  const boxes = page.getByRole("main").getByRole("checkbox");
  await boxes.first().check();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar).toContainText("5 selected");
  await bar.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(ended(page, "5 done")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Title").fill("Renamed for the record");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Renamed for the record" }),
  ).toBeVisible();

  await page.getByRole("main").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(/\/activity$/);
  await expect(page.getByRole("heading", { level: 2, name: "Today" })).toBeVisible();
  await expect(entries(page).first()).toContainText("Edited Renamed for the record");
  const job = page.getByRole("button", { name: "5 memories deleted" });
  await expect(job).toHaveAttribute("aria-expanded", "false");
  await expect(entries(page).filter({ hasText: "Signed in" })).toHaveCount(1);
  await expect(entries(page).filter({ hasText: "Approved access in Memoram" })).toHaveCount(1);
  await job.click();
  await expect(
    page.getByRole("list", { name: "Single changes" }).getByRole("listitem"),
  ).toHaveCount(5);
  await expect(page.getByText("Deleted a memory").first()).toBeVisible();
  await expectAccessible(page);
  await look(page, "activity");

  await filter(page, "Connection").check();
  await expect(page).toHaveURL(/kind=connection/);
  await expect(entries(page)).toHaveCount(3);
  await filter(page, "Restored").check();
  await expect(page.getByRole("heading", { name: "Nothing fits" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "activity-nothing-fits");
  await page.goBack();
  await expect(filter(page, "Connection")).toBeChecked();
  await expect(entries(page)).toHaveCount(3);
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(page.getByRole("heading", { name: "Nothing fits" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("2020-01-01");
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page).toHaveURL(/\/activity$/);

  await entries(page).first().getByRole("link", { name: "Renamed for the record" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Renamed for the record" }),
  ).toBeVisible();
});

test("a failure is a failure, and says how to go on; in German too", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^500 .*\/api\/activity/);
  await arrive(page, sandbox, "wanjiru");
  const problem = {
    ...{ type: "/problems/internal", title: "x", status: 500, detail: "x", code: "internal" },
    requestId: "r",
  };
  let isBroken = true;
  await page.route("**/api/activity**", (route) =>
    isBroken
      ? route.fulfill({
          status: 500,
          contentType: "application/problem+json",
          body: JSON.stringify(problem),
        })
      : route.fallback(),
  );
  await page.goto("/activity");
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Your activity could not be read");
  await expectAccessible(page);
  isBroken = false;
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(entries(page).filter({ hasText: "Signed in" })).toHaveCount(1);

  await page.context().addCookies([{ name: "keepsake-locale", value: "de", url: page.url() }]);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Aktivität" })).toBeVisible();
  await expect(page.getByText("Memoram verbunden")).toBeVisible();
  await expectGerman(page);
  await look(page, "activity-german");
});
