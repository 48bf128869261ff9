import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/page-checks";
import { signIn } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";

async function expectFailure(page: Page, error: string, heading: string) {
  await expect(page).toHaveURL(new RegExp(`/signin\\?error=${error}`));
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  await expectAccessible(page);
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name.endsWith("session-token"))).toBeUndefined();
  expect((await page.request.get("/api/connection")).status()).toBe(401);
}

/** Stops at the callback, and hands its address to the test instead of to the app. */
async function catchCallback(page: Page, sandbox: RemoteSandbox): Promise<URL> {
  let caught: URL | undefined;
  await page.route(/\/api\/auth\/callback\/memoram/, (route) => {
    caught = new URL(route.request().url());
    return route.fulfill({ status: 204 });
  });
  await page.goto("/");
  await page.getByRole("button", { name: "Continue with Memoram" }).click();
  await page.getByRole("radio", { name: (await sandbox.people())[0]?.name ?? "" }).check();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect.poll(() => caught).toBeDefined();
  await page.unroute(/\/api\/auth\/callback\/memoram/);
  if (!caught) throw new Error("No callback.");
  return caught;
}

test("a wrong state", async ({ page, sandbox, watch }) => {
  watch.allow(/ERR_ABORTED/);
  const callback = await catchCallback(page, sandbox);
  callback.searchParams.set("state", "another");
  await page.goto(callback.href);
  await expectFailure(page, "state-mismatch", "That sign-in did not begin here");
});

test("an answer that belongs to another browser", async ({ page, sandbox, newContext }) => {
  const callback = await catchCallback(page, sandbox);
  const stranger = await (await newContext()).newPage();
  await stranger.goto(callback.href);
  await expectFailure(stranger, "state-mismatch", "That sign-in did not begin here");
});

test("a code that was used before", async ({ page, sandbox }) => {
  const callback = await catchCallback(page, sandbox);
  const cookies = await page.context().cookies();
  await page.goto(callback.href);
  await page.waitForURL(/\/connect/);
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  await page.goto(callback.href);
  await expectFailure(page, "code-rejected", "That sign-in is no longer valid");
});

for (const [name, fault, error, heading] of [
  ["is down", { reset: true }, "memoram-unavailable", "Memoram cannot be reached"],
  ["fails", { status: 500 }, "memoram-unavailable", "Memoram cannot be reached"],
  [
    "sends a web page",
    { html: true },
    "memoram-bad-response",
    "Memoram’s answer could not be read",
  ],
] as const) {
  test(`Memoram ${name} during the callback; then it works again`, async ({ page, sandbox }) => {
    await sandbox.fail({ method: "POST", path: "/oauth/token", fault });
    await page.goto("/");
    await signIn(page, sandbox, "wanjiru");
    await expectFailure(page, error, heading);
    await sandbox.clearFaults();
    await signIn(page, sandbox, "wanjiru");
    await expect(page).toHaveURL(/\/connect/);
  });
}
