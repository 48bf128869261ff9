import { expect } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, decide, signIn } from "./support/people";
import { test } from "./support/test";

test("denied consent ends on a page that says so and offers the way back", async ({
  page,
  sandbox,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Continue with Memoram" }).click();
  await page.getByRole("button", { name: "Deny" }).click();
  await expect(page).toHaveURL(/\/signin\?error=denied/);
  await expect(page.getByRole("heading", { name: "You did not allow Keepsake" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "signin-denied");
  expect(await sandbox.requests()).toHaveLength(0);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(
    "next-auth.session-token",
  );
  await signIn(page, sandbox, "wanjiru");
  await expect(page).toHaveURL(/\/connect/);
});

test("rejected, asked again, approved, revoked while working, asked again", {
  tag: "@long",
}, async ({ page, sandbox, servers, watch }) => {
  test.slow();
  const dashboard = `${servers.sandbox}/dashboard`;
  await page.goto("/");
  await signIn(page, sandbox, "wanjiru");
  await decide(page, sandbox, dashboard, "wanjiru", "Reject");
  await expect(page.getByRole("heading", { name: "You said no in Memoram" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "connect-rejected");

  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(page.getByRole("heading", { name: "One approval left" })).toBeVisible();
  await decide(page, sandbox, dashboard, "wanjiru", "Approve");
  await page.waitForURL(/\/memories$/);
  const rows = page.getByRole("main").getByRole("heading", { level: 3 });
  await expect(rows.first()).toBeVisible();

  watch.allow(/^403 .*\/api\/memories/);
  watch.allow(/^403 .*\/api\/tags/);
  await decide(page, sandbox, dashboard, "wanjiru", "Revoke");
  await page.reload();
  await expect(
    page
      .getByText("You took back the access", { exact: false })
      .or(page.getByRole("heading", { name: "You took access back" }))
      .first(),
  ).toBeVisible();
  await look(page, "memories-revoked");
  await page.goto("/connect");
  await expect(page.getByRole("heading", { name: "You took access back" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "connect-revoked");
  await page.getByRole("button", { name: "Ask again" }).click();
  await decide(page, sandbox, dashboard, "wanjiru", "Approve");
  await page.waitForURL(/\/memories$/);
  expect(await sandbox.requests()).toHaveLength(3);
});

test("a reload, a second tab and a second sign-in ask only once", async ({
  page,
  context,
  sandbox,
}) => {
  await page.goto("/");
  await signIn(page, sandbox, "wanjiru");
  await expect(page.getByRole("heading", { name: "One approval left" })).toBeVisible();
  await page.reload();
  const second = await context.newPage();
  await second.goto("/connect");
  await expect(second.getByRole("heading", { name: "One approval left" })).toBeVisible();
  const [request, ...others] = await sandbox.requests();
  expect(others).toHaveLength(0);
  await sandbox.decide(request?.id ?? "", "approved");
  await page.waitForURL(/\/memories$/);
  await second.waitForURL(/\/memories$/);
});

test("disconnecting erases the way in; signing in again finds the approval", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  await arrive(page, sandbox, "wanjiru");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expectAccessible(page);
  await look(page, "disconnect-dialog");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Disconnected").first()).toBeVisible();
  await page.goto("/memories");
  await expect(page.getByRole("heading", { name: "Keepsake is disconnected" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "connect-disconnected");
  await signIn(page, sandbox, "wanjiru");
  await page.waitForURL(/\/memories$/);
  expect(await sandbox.requests()).toHaveLength(1);
});

test("a pasted Memory Key waits for its owner; a stranger's approval does not pass to who pastes it", async ({
  page,
  sandbox,
  newContext,
}) => {
  const owner = await (await newContext()).newPage();
  await arrive(owner, sandbox, "noor");
  const key = (await sandbox.people()).find(({ slug }) => slug === "noor")?.memoryKey ?? "";

  await arrive(page, sandbox, "wanjiru");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText("Disconnected").first()).toBeVisible();
  await page.goto("/connect");
  await page.getByText("Paste a Memory Key instead").click();
  await page.getByRole("textbox", { name: "Memory Key" }).fill(key);
  await expectAccessible(page);
  await look(page, "connect-paste");
  await page
    .getByRole("button", { name: /connect|ask|use/i })
    .last()
    .click();
  await expect(page.getByRole("heading", { name: "One approval left" })).toBeVisible();
  const answer = await page.request.get("/api/memories");
  expect(answer.status()).toBe(409);
  expect((await answer.json()).code).toBe("access-pending");
});
