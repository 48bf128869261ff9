import { expect, type Page } from "@playwright/test";
import { rowsOf } from "./support/list";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, decide, personId, signIn } from "./support/people";
import { test } from "./support/test";

const search = (page: Page) => page.getByRole("searchbox", { name: "Search memories" });

/** What a browser says in the console of a request that found nobody. */
const noAnswer = /net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED)/;

test("a device without a network keeps what is loaded, says so, and goes on by itself", async ({
  page,
  context,
  sandbox,
  watch,
}) => {
  watch.allow(noAnswer);
  await arrive(page, sandbox, "wanjiru");
  await expect(rowsOf(page)).toHaveCount(5);
  const title = (await rowsOf(page).first().textContent()) ?? "";
  await context.setOffline(true);
  await expect(page.getByText("This device is offline.")).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(5);
  await expectAccessible(page);
  await look(page, "state-offline");

  await rowsOf(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Edit" }).waitFor();
  await sandbox.putBlob(await personId(sandbox, "wanjiru"), {
    title: "Written while this device was away",
    content: "Nobody here has seen it yet.",
  });
  await context.setOffline(false);
  await expect(page.getByText("This device is offline.")).toHaveCount(0);
  await expect(page.getByText("Connected again")).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(6);
});

test("a Keepsake that does not answer is told from a device without a network", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
  watch.allow(noAnswer);
  await arrive(page, sandbox, "wanjiru");
  await expect(rowsOf(page)).toHaveCount(5);
  await page.route("**/api/**", (route) => route.abort());
  await rowsOf(page).first().getByRole("link").click();
  await expect(page.getByText("Keepsake does not answer.")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Try now" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "state-unreachable");
  await page.unroute("**/api/**");
  await expect(page.getByText("Keepsake does not answer.")).toHaveCount(0, { timeout: 40_000 });
  await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
});

test("a session that is over leads to signing in and back to the same place", async ({
  page,
  context,
  sandbox,
  watch,
}) => {
  watch.allow(/^401 GET/);
  await arrive(page, sandbox, "noor");
  await page.goto("/memories?q=lighthouse&sort=title");
  await expect(rowsOf(page)).toHaveCount(2);
  await context.clearCookies();
  await rowsOf(page).first().getByRole("link").click();
  await page.waitForURL(/\/signin\?/);
  await expect(page.getByText("Your session has ended").first()).toBeVisible();
  await expectAccessible(page);
  await look(page, "state-session-over");
  await signIn(page, sandbox, "noor");
  await page.waitForURL(/\/memories\/[a-z0-9]+\?q=lighthouse&sort=title$/);
  await expect(search(page)).toHaveValue("lighthouse");
  await expect(rowsOf(page)).toHaveCount(2);
});

test("access that is taken back while working hides what was read and says how to go on", async ({
  page,
  sandbox,
  servers,
  watch,
}) => {
  watch.allow(/^403 /);
  await arrive(page, sandbox, "noor");
  const first = rowsOf(page).first();
  const title = (await first.textContent()) ?? "";
  await first.getByRole("link").click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Typed just before");
  await decide(page, sandbox, `${servers.sandbox}/dashboard`, "noor", "Revoke");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You took access back in Memoram").first()).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  await expect(rowsOf(page)).toHaveCount(0);
  await expectAccessible(page);
  await look(page, "state-revoked");
  await page.getByRole("link", { name: "Go to the connection" }).first().click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Keep the draft" }).click();
  await page.waitForURL(/\/connect/);
});

test("a slow Memoram is spoken of after three seconds, and what it sends then is shown", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  await arrive(page, sandbox, "wanjiru");
  await expect(rowsOf(page)).toHaveCount(5);
  await sandbox.fail({
    method: "GET",
    path: "/memory-blobs",
    times: 2,
    fault: { delayMs: 4_500 },
  });
  await page.reload();
  await expect(page.getByText("Memoram is slow to answer.").first()).toBeVisible();
  await expectAccessible(page);
  await look(page, "state-slow");
  await expect(rowsOf(page)).toHaveCount(5);
  await expect(page.getByText("Memoram is slow to answer.")).toHaveCount(0);

  await rowsOf(page).first().getByRole("link").click();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Saved slowly");
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 4_500 } });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your words are kept here until it does.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Saved slowly" })).toBeVisible();
});

test("a pause that Memoram asks for is counted down, and reading goes on by itself", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^429 GET/);
  await arrive(page, sandbox, "wanjiru");
  await expect(rowsOf(page)).toHaveCount(5);
  await sandbox.fail({
    method: "GET",
    path: "/memory-blobs",
    fault: { status: 429, headers: { "retry-after": "6" } },
  });
  await page.reload();
  const again = page.getByRole("button", { name: /^Again in \d+ seconds?$/ }).first();
  await expect(again).toBeDisabled();
  await expectAccessible(page);
  await look(page, "state-rate-limited");
  await sandbox.clearFaults();
  await expect(rowsOf(page)).toHaveCount(5, { timeout: 20_000 });
});

test("what is loading keeps the place of what comes", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await sandbox.fail({ method: "GET", path: /memory-blobs|tags/, fault: { delayMs: 600 } });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Reflect.set(window, "shifts", shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.reload();
  await expect(page.getByText("61 memories")).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  const shifts = await page.evaluate((): unknown => Reflect.get(window, "shifts"));
  const sum = (Array.isArray(shifts) ? shifts : []).reduce((total, one) => total + Number(one), 0);
  // Below 0.1 a page counts as good. What is left here are the tags, which stand in the order of
  // their counts once these are known: how often, hangs on how fast they come.
  expect(sum).toBeLessThan(0.1);
});

test("while Memoram is down, words are kept, settings change and the activity is read", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^50[234] /);
  await arrive(page, sandbox, "wanjiru");
  await sandbox.fail({ path: /./, fault: { status: 500 } });
  await page.goto("/memories/new");
  await page.getByRole("textbox", { name: "Content" }).fill("Written while nobody answers");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("form").getByRole("alert")).toContainText("Memoram");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Content" })).toHaveValue(
    "Written while nobody answers",
  );

  await page.goto("/activity");
  await expect(page.getByText("Approved access in Memoram")).toBeVisible();
  await page.goto("/settings");
  const trash = page.getByRole("switch", { name: /Keep deleted memories/ });
  await trash.click();
  await expect(trash).not.toBeChecked();
  await page.reload();
  await expect(trash).not.toBeChecked();
  const ready = await page.request.get("/api/health/ready");
  expect(await ready.json()).toEqual({
    status: "degraded",
    checks: { database: "up", memoram: "down" },
  });

  await sandbox.clearFaults();
  await page.goto("/memories/new");
  // Before they are back the button would have nothing to save.
  await expect(page.getByRole("textbox", { name: "Content" })).toHaveValue(
    "Written while nobody answers",
  );
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article")).toContainText("Written while nobody answers");
});
