import { expect } from "@playwright/test";
import { allow, field, openFirst } from "./support/editing";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, signIn as signInAs } from "./support/people";
import { test } from "./support/test";

test("what is typed survives a reload, leaving and coming back", async ({ page, sandbox }) => {
  test.slow();
  await arrive(page, sandbox, "wanjiru");
  const title = await openFirst(page);
  await page.keyboard.press("e");
  await field(page, "Title").fill("Half a title");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await page.reload();
  await expect(field(page, "Title")).toHaveValue("Half a title");
  await expect(page.getByText(/Your unsaved words from \d{1,2}:\d\d are back/)).toBeVisible();
  await expectAccessible(page);
  await look(page, "draft-back");

  await page.keyboard.press("Escape");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await look(page, "leave-dialog");
  await dialog.getByRole("button", { name: "Keep the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/Your unsaved words from \d{1,2}:\d\d wait here/)).toBeVisible();
  await expectAccessible(page);
  await look(page, "draft-waiting");
  await page.getByRole("button", { name: "Go on writing" }).click();
  await expect(field(page, "Title")).toHaveValue("Half a title");
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(field(page, "Title")).toHaveValue(title);
  await expect(page.getByText("Your unsaved words")).toHaveCount(0);
  await page.reload();
  await expect(field(page, "Title")).toHaveValue(title);

  await page.getByRole("button", { name: "New memory" }).first().click();
  await field(page, "Content").fill("Half a thought");
  await page.reload();
  await expect(field(page, "Content")).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article").getByText("Half a thought")).toBeVisible();
  await page.getByRole("button", { name: "New memory" }).first().click();
  await expect(field(page, "Content")).toHaveValue("");
});

test("a new memory whose answer was lost is one memory, also when it is saved after a reload", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/net::ERR_FAILED/);
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("button", { name: "New memory" }).click();
  await field(page, "Content").fill("Said once");
  // It reaches Memoram; what does not reach the browser is the answer.
  await page.route("**/api/memories", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const headers = { ...route.request().headers(), "sec-fetch-site": "same-origin" };
    expect((await route.fetch({ headers })).status()).toBe(201);
    await route.abort();
  });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toBeVisible();
  await page.unroute("**/api/memories");
  page.once("dialog", (asked) => void asked.accept());
  await page.reload();
  await expect(field(page, "Content")).toHaveValue("Said once");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article").getByText("Said once")).toBeVisible();
  const wanjiru = (await sandbox.people()).find(({ slug }) => slug === "wanjiru");
  const contents = await Promise.all(
    (await sandbox.blobs(wanjiru?.id ?? "")).map(({ content }) =>
      sandbox.open(wanjiru?.id ?? "", content),
    ),
  );
  expect(contents.filter((content) => content === "Said once")).toHaveLength(1);
  expect(
    await page.evaluate(() =>
      Object.keys(sessionStorage).filter((key) => /draft|attempt/.test(key)),
    ),
  ).toEqual([]);
});

test("an expired session leads through sign-in and back to the words", { tag: "@long" }, async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^401 /);
  await arrive(page, sandbox, "wanjiru");
  await openFirst(page);
  await page.keyboard.press("e");
  await field(page, "Title").fill("Typed while the session ended");
  await page.context().clearCookies({ name: /session-token/ });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("form").getByText("Your session has ended")).toBeVisible();
  await expectAccessible(page);
  await look(page, "save-signed-out");
  await page.getByRole("button", { name: "Sign in again" }).click();
  await page.waitForURL(/\/signin/);
  await signInAs(page, sandbox, "wanjiru");
  await expect(field(page, "Title")).toHaveValue("Typed while the session ended");
  await expect(page.getByText(/Your unsaved words/)).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Typed while the session ended" }),
  ).toBeVisible();
});

test("nobody finds the draft of somebody else, or one from before signing out", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^401 /);
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("button", { name: "New memory" }).click();
  await field(page, "Content").fill("For my eyes only");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await page.context().clearCookies({ name: /session-token/ });
  await page.goto("/signin");
  await signInAs(page, sandbox, "tomas");
  await allow(sandbox);
  await page.goto("/memories/new");
  await expect(field(page, "Content")).toHaveValue("");
  await field(page, "Content").fill("For nobody after me");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Signing out wipes it");
  await expect(page.getByRole("button", { name: "Keep the draft" })).toHaveCount(0);
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain("draft");
});
