import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";
import { expectGerman } from "./support/words";

const sessions = (page: Page) => page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
const toast = (page: Page, text: string) =>
  page.locator("[data-sonner-toast]").filter({ hasText: text });

test("sessions are ended, data is taken along, and the account is deleted with everything in it", async ({
  page,
  sandbox,
  servers,
  watch,
  newContext,
}) => {
  test.slow();
  watch.allow(/^401 /);
  await arrive(page, sandbox, "wanjiru");
  const phone = await (
    await newContext({
      userAgent:
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    })
  ).newPage();
  await arrive(phone, sandbox, "wanjiru");
  const third = await (await newContext()).newPage();
  await arrive(third, sandbox, "wanjiru");

  await page.goto("/settings");
  await expect(sessions(page)).toHaveCount(3);
  await expect(sessions(page).filter({ hasText: "this browser" })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole("heading", { name: "Where you are signed in" }).scrollIntoViewIfNeeded();
  await look(page, "settings-account");

  await page.getByRole("button", { name: "End the session of Safari on iOS" }).click();
  await expect(toast(page, "Session ended")).toBeVisible();
  await expect(sessions(page)).toHaveCount(2);
  await phone.goto("/settings");
  await expect(phone).toHaveURL(/\/signin/);
  await arrive(phone, sandbox, "wanjiru");
  await page.reload();
  await page.getByRole("button", { name: "End all others" }).click();
  const question = page.getByRole("alertdialog", { name: "End all other sessions?" });
  await expect(question).toContainText("2 other browsers are signed out at once");
  await question.getByRole("button", { name: "End all others" }).click();
  await expect(sessions(page)).toHaveCount(1);
  await third.goto("/settings");
  await expect(third).toHaveURL(/\/signin/);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download your data" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("keepsake.json");
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(file).toMatchObject({ connection: { status: "approved" }, complete: true });
  await expect(toast(page, "Downloaded")).toBeVisible();

  await page.getByRole("button", { name: "Delete your account" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Delete your account?" });
  await expect(dialog).toContainText("Nothing happens in Memoram");
  await expect(dialog.getByRole("link", { name: "Memoram dashboard" })).toHaveAttribute(
    "href",
    new RegExp(`^${servers.sandbox}`),
  );
  const submit = dialog.getByRole("button", { name: "Delete for ever" });
  await expect(submit).toBeDisabled();
  await dialog.getByRole("textbox").fill("delete my accoun");
  await expect(submit).toBeDisabled();
  await expectAccessible(page);
  await look(page, "delete-account");
  await dialog.getByRole("button", { name: "Keep my account" }).click();
  await page.getByRole("button", { name: "Delete your account" }).click();
  await expect(dialog.getByRole("textbox")).toHaveValue("");
  await dialog.getByRole("textbox").fill("Delete my  account ");
  await submit.click();
  await page.waitForURL(/\/$/);
  await expect(page.getByRole("button", { name: "Continue with Memoram" })).toBeVisible();
  expect((await page.context().cookies()).filter(({ name }) => /session/.test(name))).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.goto("/memories");
  await expect(page).toHaveURL(/\/signin/);

  // Memoram kept all: signing in again begins anew with it.
  await arrive(page, sandbox, "wanjiru");
  await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(5);
  await page.goto("/activity");
  await expect(page.getByRole("region", { name: "Activity" })).not.toContainText("Downloaded");
});

test("in German, with the words of that language; and a failure leaves everything", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^500 DELETE .*\/api\/account/);
  await arrive(page, sandbox, "tomas");
  await page.goto("/settings");
  await page.getByRole("radio", { name: "Deutsch" }).check();
  await expect(page.getByRole("heading", { name: "Deine Daten" })).toBeVisible();
  await page.getByRole("button", { name: "Dein Konto löschen" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox").fill("Mein Konto löschen");
  await expectGerman(page);
  await look(page, "delete-account-german");
  await page.route("**/api/account", (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      body: JSON.stringify({
        ...{ type: "/problems/internal", title: "x", status: 500, detail: "x", code: "internal" },
        requestId: "r",
      }),
    }),
  );
  await dialog.getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Dein Konto wurde nicht gelöscht");
  await page.unroute("**/api/account");
  await dialog.getByRole("button", { name: "Endgültig löschen" }).click();
  await page.waitForURL(/\/$/);
});
