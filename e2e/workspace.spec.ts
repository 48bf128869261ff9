import { createServer, type ServerResponse } from "node:http";
import { expect, type Page } from "@playwright/test";
import { expectPlace, listOf, placeOf, rowsOf, scrollList } from "./support/list";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

const panel = (page: Page) => page.getByRole("navigation", { name: "Keepsake" });
const main = (page: Page) => page.getByRole("main");
const filtersButton = (page: Page) => page.getByRole("button", { name: /^Filters/ });
const chips = (page: Page) => page.getByRole("list", { name: "Active filters" });
const removeChip = (page: Page, text: string) =>
  page.getByRole("button", { name: `Remove the filter ${text}` });

/** How many the header says there are: of all, or of those that fit. */
async function countShown(page: Page): Promise<number> {
  const text = await main(page)
    .getByText(/^\d+ (of \d+|memories)/)
    .textContent();
  return Number(text?.match(/\d+/)?.[0]);
}

test("each view shows as many memories as the side panel counts", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  for (const [name, address] of [
    ["Important", "important"],
    ["Untagged", "untagged"],
    ["Unencrypted or unreadable", "unsealed"],
  ]) {
    const link = panel(page).getByRole("link", { name });
    const count = Number((await link.textContent())?.match(/\d+/)?.[0]);
    await link.click();
    await expect(page).toHaveURL(new RegExp(`/memories\\?view=${address}$`));
    await expect(link).toHaveAttribute("aria-current", "page");
    await expect(main(page).getByText(`${count} of 61`)).toBeVisible();
    expect(count).toBeGreaterThan(0);
  }
  await expect(rowsOf(page)).toHaveCount(await countShown(page));
  await expect(main(page).getByText("Cannot be read")).not.toHaveCount(0);
  await expect(main(page).getByText("Not encrypted")).not.toHaveCount(0);
  await expectAccessible(page);
  await look(page, "view-unsealed");
  await panel(page).getByRole("link", { name: "All memories" }).click();
  await expect(page).toHaveURL(/\/memories$/);
  await expect(panel(page).getByRole("link", { name: "Trash" })).toHaveAttribute("href", "/trash");
});

test("a tag must be there, must not, or either, and several count together", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  const tag = (name: string) => panel(page).getByRole("button", { name: new RegExp(`^${name}: `) });
  await tag("travel").click();
  await expect(page).toHaveURL(/tags=travel$/);
  await expect(tag("travel")).toHaveAccessibleName(/^travel: must have, \d+$/);
  const travel = await countShown(page);
  await tag("preferences").click();
  await expect(page).toHaveURL(/tags=travel,preferences$/);
  await expect.poll(() => countShown(page)).toBeLessThan(travel);
  const both = await countShown(page);

  await tag("preferences").hover();
  await panel(page).getByRole("button", { name: "preferences must not be there" }).click();
  await expect(page).toHaveURL(/tags=travel&not=preferences$/);
  await expect(main(page).getByText(`${travel - both} of 61`)).toBeVisible();
  await expect(chips(page).getByText("not “preferences”")).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-tri-state");

  await tag("preferences").focus();
  await page.keyboard.press("Enter");
  await expect(tag("preferences")).toHaveAccessibleName(/: any, /);
  for (const state of ["must have", "must not have", "any"]) {
    await page.keyboard.press("Space");
    await expect(tag("preferences")).toHaveAccessibleName(new RegExp(`: ${state}, `));
  }
  await tag("travel").click();
  await expect(page).toHaveURL(/\/memories$/);
  await page.goBack();
  await expect(tag("travel")).toHaveAccessibleName(/: must have, /);
});

test("importance, confidence, source and dates narrow the list, each with a chip to take it away", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  test.slow();
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  await filtersButton(page).click();
  const dialog = page.getByRole("dialog", { name: "Filters" });
  await expectAccessible(page);
  await look(page, "filter-panel");

  const lower = dialog.getByRole("slider", { name: "Importance at least" });
  await lower.press("Home");
  for (let step = 0; step < 10; step += 1) await lower.press("ArrowRight");
  await expect(page).toHaveURL(/importance=0\.5$/);
  await expect(lower).toHaveAttribute("aria-valuetext", "0.5 or more");
  const upper = dialog.getByRole("slider", { name: "Importance at most" });
  for (let step = 0; step < 4; step += 1) await upper.press("ArrowLeft");
  await expect(page).toHaveURL(/importance=0\.5&importance-max=0\.8$/);
  await dialog.getByRole("slider", { name: "Confidence at most" }).press("ArrowLeft");
  await expect(page).toHaveURL(/confidence-max=0\.95/);

  await dialog.getByRole("checkbox", { name: /^trip-planner chat/ }).check();
  await expect(page).toHaveURL(/source=trip-planner\+chat/);
  await dialog.getByLabel("From").fill("2020-01-31");
  await dialog.getByRole("button", { name: "This year" }).click();
  await expect(page).toHaveURL(new RegExp(`from=${new Date().getFullYear()}-01-01`));
  await expect(dialog.getByRole("button", { name: "This year" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(filtersButton(page)).toBeFocused();
  await expect(filtersButton(page)).toHaveAccessibleName("Filters, 4 active");
  await expect(chips(page).getByText("importance 0.5 to 0.8")).toBeVisible();
  await look(page, "filter-chips");

  await page.reload();
  await expect(chips(page).getByText("from trip-planner chat")).toBeVisible();
  await removeChip(page, "importance 0.5 to 0.8").click();
  await removeChip(page, "confidence up to 0.95").click();
  await removeChip(page, "from trip-planner chat").click();
  await expect(page).toHaveURL(/\/memories\?from=\d{4}-01-01$/);
  await removeChip(page, "since January").click();
  await expect(page).toHaveURL(/\/memories$/);
  await expect(page.getByText("61 memories")).toBeVisible();
});

test("an order of one's own keeps the open memory, and a reload keeps everything", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  const title = "Knee: no running on asphalt";
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const order = page.getByRole("button", { name: /^Sort and density/ });
  await order.click();
  await expectAccessible(page);
  await look(page, "sort-menu");
  await page.getByRole("menuitemradio", { name: "Title" }).click();
  await expect(page).toHaveURL(/memories\/[a-z0-9]+\?sort=title$/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeInViewport();
  const titles = (await rowsOf(page).allTextContents()).filter((text) => /^[A-Z]/.test(text));
  expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));

  await order.click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  const height = () =>
    listOf(page)
      .locator("li")
      .first()
      .evaluate((row) => row.clientHeight);
  await expect.poll(height).toBeLessThan(80);
  await look(page, "compact");
  const place = await placeOf(page);
  await page.reload();
  expect(await page.locator("html").getAttribute("data-density")).toBe("compact");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeInViewport();
  await expectPlace(page, place);
  await expect.poll(height).toBeLessThan(80);
});

test("an empty result says what excluded everything, and how to get some back", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await page.goto("/memories?q=couchette&tags=work&importance=0.1");
  await expect(page.getByRole("heading", { name: "No memory fits" })).toBeVisible();
  await expect(
    page.getByText("Nothing is found by “couchette”, tagged work and of importance 0.1 or more."),
  ).toBeVisible();
  const without = page.getByText(/^Without work there would be \d+\.$/);
  await expect(without).toBeVisible();
  const count = Number((await without.textContent())?.match(/\d+/)?.[0]);
  await expect(page.getByRole("searchbox", { name: "Search memories" })).toBeVisible();
  await expect(filtersButton(page)).toBeVisible();
  await expectAccessible(page);
  await look(page, "empty-explained");
  await page.getByRole("button", { name: "Remove work", exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(count);
});

test("Back leads to where the list stood, with other filters too", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  await scrollList(page, 2_345);
  const place = await placeOf(page);
  await page.locator(`[data-memory="${place.id}"] + li a`).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectPlace(page, place);
  await page.goBack();
  await expectPlace(page, place);

  await panel(page)
    .getByRole("button", { name: /^travel: / })
    .click();
  await expect(page).toHaveURL(/tags=travel/);
  expect((await placeOf(page)).y).toBe(0);
  await page.goBack();
  await expectPlace(page, place);
  await page.reload();
  await expectPlace(page, place);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.goBack();
  await expectPlace(page, place);
});

test("what comes while somebody reads moves nothing, and is told", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  await scrollList(page, 1_500);
  const place = await placeOf(page);
  const noor = (await sandbox.people()).find(({ slug }) => slug === "noor")?.id ?? "";
  await sandbox.putBlob(noor, { title: "Only just kept", content: await sandbox.seal(noor, "x") });
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("62 memories")).toBeVisible();
  await expectPlace(page, place);
  await page.getByRole("button", { name: "1 new above" }).click();
  await expect(page.getByRole("link", { name: "Only just kept" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Only just kept" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "1 new above" })).toHaveCount(0);
});

test("arrows, j and k lead through rows far beyond what is in the page", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  const titles = new Set<string>();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("j");
    titles.add(await focused());
  }
  expect(titles.size).toBe(40);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("k");
  expect(titles.has(await focused())).toBe(true);
  await page.keyboard.press("End");
  await expect(page.getByRole("link", { name: "First conversation" })).toBeFocused();
  await expect(page.getByRole("link", { name: "First conversation" })).toBeInViewport();

  // Scrolled away from, the row keeps its focus, and Tab goes on from it.
  await scrollList(page, 0.001);
  await expect(page.getByRole("link", { name: "First conversation" })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("link", { name: "First conversation" })).not.toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(await focused());
  const open = await page.getByRole("heading", { level: 1 }).textContent();
  await page.keyboard.press("j");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("First conversation");
  await expect(page.getByText("61 of 61")).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(open ?? "");
});

test("a search marks what it found, also where only the content has it", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await page.getByRole("searchbox", { name: "Search memories" }).fill("Villach");
  await expect(main(page).getByText(/^\d+ of 61, inside content too$/)).toBeVisible();
  await expect(listOf(page).locator("p mark", { hasText: "Villach" }).first()).toBeVisible();
  await expectAccessible(page);
  await look(page, "search-hits");
});

/**
 * A server whose first answer begins with these lines, stands in the middle of the last, and breaks
 * when it is told; every later one breaks at once.
 */
async function breakingStream(lines: readonly string[]) {
  let held: ServerResponse | null = null;
  const server = createServer((_request, response) => {
    if (held) return void response.destroy();
    held = response;
    const text = lines.join("\n");
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.write(text.slice(0, text.length - 20));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    breakOff: () => void held?.destroy(),
    close: () => server.close(),
  };
}

test("a stream that breaks in the middle leaves what came, says so, and goes on", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
  watch.allow(/net::ERR_/);
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  const whole = await page.request.get("/api/memories/stream");
  const broken = await breakingStream((await whole.text()).split("\n").slice(0, 56));
  await page.route("**/api/memories/stream", (route) => route.continue({ url: broken.url }));
  await page.reload();
  // Fifty came with the list itself, five more with the stream, and of the next one a part.
  await expect(page.getByText("55 read, still reading")).toBeVisible();
  broken.breakOff();
  const alert = page.getByRole("alert").filter({ hasText: "Not all memories could be read" });
  await expect(alert).toBeVisible();
  await expect(page.getByText("55 read, the rest is missing")).toBeVisible();
  await expect(alert).toContainText("What is loaded stays.");
  await expect(alert.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(rowsOf(page).first()).toBeVisible();
  await expectAccessible(page);
  await look(page, "stream-failed");
  await page.unroute("**/api/memories/stream");
  broken.close();
  await expect(page.getByText("61 memories")).toBeVisible({ timeout: 30_000 });
  await expect(alert).toHaveCount(0);
});

test("coming back to the tab shows what another client did, once a minute has passed", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("61 memories")).toBeVisible();
  let reads = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/memories/stream")) reads += 1;
  });
  await page.clock.install();
  const noor = (await sandbox.people()).find(({ slug }) => slug === "noor")?.id ?? "";
  const [changed] = await sandbox.blobs(noor);
  await sandbox.putBlob(noor, {
    id: changed?.id,
    content: changed?.content,
    title: "Written by another tool",
    updatedAt: new Date(),
  });
  await sandbox.putBlob(noor, { title: "New from another tool", content: "Plain." });
  // Pages under test always have focus: what a browser tells one that comes back is told by hand.
  const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await comeBack();
  await page.clock.fastForward(61_000);
  expect(reads).toBe(0);
  await comeBack();
  await expect(page.getByRole("link", { name: "New from another tool" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Written by another tool" })).toBeVisible();
  await expect(page.getByText("62 memories")).toBeVisible();
  expect(reads).toBe(1);
});
