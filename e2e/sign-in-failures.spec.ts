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

/** Allows on the consent page, but keeps the address it leads to instead of going there. */
async function catchCallback(page: Page, sandbox: RemoteSandbox): Promise<URL> {
  await page.goto("/");
  await page.getByRole("button", { name: "Continue with Memoram" }).click();
  await page.waitForURL(/\/oauth\/authorize/);
  const hidden = (name: string) => page.locator(`input[name=${name}]`).inputValue();
  const answer = await page.request.post(page.url().split("?")[0] ?? "", {
    form: {
      ticket: await hidden("ticket"),
      proof: await hidden("proof"),
      person: (await sandbox.people())[0]?.id ?? "",
      decision: "allow",
    },
    maxRedirects: 0,
  });
  return new URL(answer.headers().location ?? "");
}

test("a wrong state", async ({ page, sandbox }) => {
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
  // The page that is open would go to its own sign-in page meanwhile.
  await page.goto("about:blank");
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
