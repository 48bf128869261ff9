import { expect, type Page } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, type Slug } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";

const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
const names = (page: Page) => page.getByRole("rowheader").getByRole("link").allTextContents();
const dialog = (page: Page) => page.getByRole("dialog");
const panel = (page: Page) => page.getByRole("region", { name: "Changes to many memories" });
const notice = (page: Page) =>
  page.getByRole("status").filter({ hasText: "stopped before its end" });

async function personId(sandbox: RemoteSandbox, slug: Slug): Promise<string> {
  const person = (await sandbox.people()).find((one) => one.slug === slug);
  if (!person) throw new Error(`No ${slug}.`);
  return person.id;
}

/** The memories that carry a tag, as Memoram stores them. */
async function carrying(sandbox: RemoteSandbox, slug: Slug, name: string) {
  const blobs = await sandbox.blobs(await personId(sandbox, slug));
  return blobs.filter(({ tags }) => tags.includes(name));
}

/** How often each memory was written, by what Memoram was asked and did. */
async function writesPerMemory(sandbox: RemoteSandbox): Promise<Map<string, number>> {
  const writes = new Map<string, number>();
  for (const { method, path, status } of await sandbox.calls()) {
    if (method === "PATCH" && status === 200) writes.set(path, (writes.get(path) ?? 0) + 1);
  }
  return writes;
}

async function openTags(page: Page, sandbox: RemoteSandbox, slug: Slug): Promise<void> {
  await arrive(page, sandbox, slug);
  await page.goto("/tags");
  await expect(page.getByText(/^\d+ tags? on [\d,]+ memor(?:y|ies)$/)).toBeVisible();
}

async function act(page: Page, tag: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${tag}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
  await expect(dialog(page)).toBeVisible();
}

test("tags with counts and last use, sorted, narrowed and opened", async ({ page, sandbox }) => {
  const noor = await personId(sandbox, "noor");
  const long = `A name as another tool wrote it, with a comma and ${"very ".repeat(30)}long`;
  const odd = [long, "ذكريات السفر", "👩🏽‍🚀 Mondfahrt", "ärzte", "Zahlen 9", "Zahlen 10"];
  for (const [index, name] of odd.entries()) {
    await sandbox.putBlob(noor, {
      title: `Carries an odd tag ${index}`,
      content: "plain",
      tags: [name],
      updatedAt: new Date(Date.now() - (index + 1) * 86_400_000 * 30),
    });
  }
  const left = await sandbox.putBlob(noor, { content: "plain", tags: ["forgotten"] });
  await sandbox.putBlob(noor, { id: left.id, tags: [] });

  await openTags(page, sandbox, "noor");
  await expect(page.getByText("14 tags on 68 memories")).toBeVisible();
  const travel = await carrying(sandbox, "noor", "travel");
  await expect(rowOf(page, "travel").getByRole("cell").nth(1)).toHaveText(String(travel.length));
  await expect(rowOf(page, "ärzte").locator("time").first()).toHaveAttribute(
    "datetime",
    (await carrying(sandbox, "noor", "ärzte"))[0]?.updated_at.toISOString() ?? "",
  );
  await expect(rowOf(page, long).getByRole("link")).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags");

  await test.step("sorted by name as the language does, by use, by last use", async () => {
    const byName = await names(page);
    expect(byName.indexOf("ärzte")).toBeLessThan(byName.indexOf("family"));
    expect(byName.indexOf("Zahlen 9")).toBeLessThan(byName.indexOf("Zahlen 10"));
    await page.getByRole("button", { name: "Memories", exact: true }).click();
    await expect(page).toHaveURL(/sort=count/);
    await expect(page.getByRole("columnheader", { name: "Memories" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    const counts = await page.getByRole("row").getByRole("cell").filter({ hasText: /^\d+$/ });
    const numbers = (await counts.allTextContents()).map(Number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await page.getByRole("button", { name: "Last used" }).click();
    await expect(page).toHaveURL(/sort=used/);
    expect((await names(page)).at(-1)).toBe("Zahlen 10");
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "Last used" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });

  await test.step("tags that no memory carries stand apart", async () => {
    const apart = page.getByRole("region", { name: "Not on any memory" });
    await expect(apart.getByText("forgotten")).toBeVisible();
    await expect(apart.getByText(/no call to remove/)).toBeVisible();
    expect(await names(page)).not.toContain("forgotten");
  });

  await test.step("narrowed while typing, also to nothing", async () => {
    const find = page.getByRole("main").getByRole("searchbox", { name: "Find a tag" });
    await find.pressSequentially("ARZTX");
    await expect(page.getByText("No tag has that name")).toBeVisible();
    await expect(find).toBeVisible();
    await expectAccessible(page);
    await look(page, "tags-nothing-fits");
    await find.fill("ARZ");
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await page.reload();
    await expect(find).toHaveValue("ARZ");
    await find.press("Escape");
    await expect(page.getByRole("rowheader")).toHaveCount(14);
  });

  await test.step("opened as a list of its memories", async () => {
    await page.getByRole("rowheader").getByRole("link", { name: "ذكريات السفر" }).click();
    await expect(page).toHaveURL(/\/memories\?tags=/);
    await expect(page.getByRole("link", { name: "Carries an odd tag 1" })).toBeVisible();
  });
});

test("three hundred tags", async ({ page, sandbox }) => {
  test.slow();
  const tomas = await personId(sandbox, "tomas");
  for (let index = 0; index < 30; index += 1) {
    const tags = Array.from({ length: 10 }, (_, place) => `subject ${index * 10 + place}`);
    await sandbox.putBlob(tomas, { title: `Memory ${index}`, content: "plain", tags });
  }
  await openTags(page, sandbox, "tomas");
  await expect(page.getByRole("rowheader")).toHaveCount(300);
  await page.getByRole("checkbox", { name: "Choose all 300 tags" }).check();
  await expect(page.getByText("300 tags chosen")).toBeVisible();
  await expect(page.getByText("At most 50 tags can be changed at a time.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Merge into…" })).toBeDisabled();
  await look(page, "tags-three-hundred");
  await page.getByRole("main").getByRole("searchbox", { name: "Find a tag" }).fill("subject 29");
  await expect(page.getByRole("rowheader")).toHaveCount(13);
});

test("a tag is renamed on every memory, after a preview", async ({ page, sandbox }) => {
  await openTags(page, sandbox, "noor");
  const before = await carrying(sandbox, "noor", "travel");
  const count = before.length;

  await act(page, "travel", "Rename…");
  const name = dialog(page).getByRole("combobox", { name: "New name" });
  await expect(name).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("Type a name that differs")).toBeVisible();
  await name.fill("a, b");
  await expect(dialog(page).getByText("A tag may not contain a comma.")).toBeVisible();
  await name.fill("x".repeat(65));
  await expect(dialog(page).getByText("A tag may have at most 64 characters.")).toBeVisible();
  await expectAccessible(page);
  await name.fill("journeys");
  await expect(dialog(page).getByText(`${count} memories will change.`)).toBeVisible();
  await expect(dialog(page).getByText(`Afterwards ${count} memories carry`)).toBeVisible();
  await expect(dialog(page).locator("del").first()).toHaveText("travel");
  await expect(dialog(page).locator("ins").first()).toHaveText("journeys");
  await expect(dialog(page).getByText(`and ${count - 6} more`)).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-rename");

  await sandbox.clearCalls();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Tags" })).toBeFocused();
  await expect(rowOf(page, "journeys").getByRole("cell").nth(1)).toHaveText(String(count));
  await expect(page.getByRole("region", { name: "Not on any memory" })).toContainText("travel");
  expect(await carrying(sandbox, "noor", "travel")).toEqual([]);
  for (const { id, tags } of before) {
    const now = await sandbox.getBlob(id);
    expect(now?.tags).toEqual(tags.map((tag) => (tag === "travel" ? "journeys" : tag)));
  }
  const writes = await writesPerMemory(sandbox);
  expect([...writes.values()]).toEqual(before.map(() => 1));
  await page.reload();
  await expect(rowOf(page, "journeys")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test("several tags become one, which some carry already", async ({ page, sandbox }) => {
  await openTags(page, sandbox, "noor");
  const all = await sandbox.blobs(await personId(sandbox, "noor"));
  const either = all.filter(({ tags }) => tags.includes("food") || tags.includes("health"));
  const both = all.filter(({ tags }) => tags.includes("food") && tags.includes("health"));
  const food = all.filter(({ tags }) => tags.includes("food"));
  expect(both.length).toBeGreaterThan(0);

  await page.getByRole("checkbox", { name: "Choose food" }).check();
  await page.getByRole("checkbox", { name: "Choose health" }).check();
  await expect(page.getByText("2 tags chosen")).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-chosen");
  await page.getByRole("button", { name: "Merge into…" }).click();
  const into = dialog(page).getByRole("combobox", { name: "Merge into" });
  await into.fill("heal");
  await dialog(page).getByRole("option", { name: "health" }).click();
  await expect(into).toHaveValue("health");
  await expect(dialog(page).getByText(`${food.length} memories will change.`)).toBeVisible();
  await expect(dialog(page).getByText(/of them (?:has|have) “health” already/)).toContainText(
    String(both.length),
  );
  await expect(
    dialog(page).getByText(`Afterwards ${either.length} memories carry “health”.`),
  ).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-merge");
  await dialog(page)
    .getByRole("button", { name: /^Merge on/ })
    .click();
  await expect(rowOf(page, "health").getByRole("cell").nth(1)).toHaveText(String(either.length));
  await expect.poll(() => carrying(sandbox, "noor", "food")).toEqual([]);
  for (const { id } of both) {
    const tags = (await sandbox.getBlob(id))?.tags ?? [];
    expect(tags.filter((tag) => tag === "health")).toHaveLength(1);
  }
  await expect(page.getByText("chosen")).toHaveCount(0);
});

test("a tag is taken off every memory, and the memories stay", async ({ page, sandbox }) => {
  await openTags(page, sandbox, "noor");
  const before = await sandbox.blobs(await personId(sandbox, "noor"));
  await act(page, "food", "Remove from all memories…");
  await expect(dialog(page).getByText("The memories stay, without this tag.")).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-remove");
  await dialog(page)
    .getByRole("button", { name: /^Remove from \d+/ })
    .click();
  await expect.poll(() => carrying(sandbox, "noor", "food")).toEqual([]);
  expect(await sandbox.blobs(await personId(sandbox, "noor"))).toHaveLength(before.length);
  await expect(page.getByRole("region", { name: "Not on any memory" })).toContainText("food");
});

test("a removal that is interrupted goes on with what is left, and does nothing twice", async ({
  page,
  sandbox,
}) => {
  await openTags(page, sandbox, "noor");
  await sandbox.clearCalls();
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 300 } });
  await act(page, "travel", "Remove from all memories…");
  await dialog(page)
    .getByRole("button", { name: /^Remove from \d+/ })
    .click();
  await expect.poll(async () => (await writesPerMemory(sandbox)).size).toBeGreaterThanOrEqual(2);
  page.once("dialog", (asked) => void asked.accept());
  await page.reload();
  await sandbox.clearFaults();
  await expect(notice(page)).toContainText("Removing “travel” stopped before its end");
  await expect(notice(page)).toContainText(/\d+ memor(?:y still carries|ies still carry)/);
  expect((await carrying(sandbox, "noor", "travel")).length).toBeGreaterThan(0);
  await expectAccessible(page);
  await look(page, "tags-removal-stopped");
  await notice(page).getByRole("button", { name: "Go on" }).click();
  await expect.poll(() => carrying(sandbox, "noor", "travel")).toEqual([]);
  await expect(notice(page)).toHaveCount(0);
  const writes = await writesPerMemory(sandbox);
  expect([...writes.values()].filter((times) => times > 1)).toEqual([]);
  await page.reload();
  await expect(page.getByRole("region", { name: "Not on any memory" })).toContainText("travel");
  await expect(notice(page)).toHaveCount(0);
});

test.describe("a rename that is interrupted", () => {
  /** Begins to rename travel while Memoram is slow, and reloads once some are written. */
  async function interrupt(page: Page, sandbox: RemoteSandbox): Promise<void> {
    await openTags(page, sandbox, "noor");
    await sandbox.clearCalls();
    await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 300 } });
    await act(page, "travel", "Rename…");
    await dialog(page).getByRole("combobox").fill("journeys");
    await dialog(page)
      .getByRole("button", { name: /^Rename on/ })
      .click();
    await expect.poll(async () => (await writesPerMemory(sandbox)).size).toBeGreaterThanOrEqual(2);
    page.once("dialog", (asked) => void asked.accept());
    await page.reload();
    await sandbox.clearFaults();
  }

  test("goes on where it stopped, and does nothing twice", { tag: "@long" }, async ({
    page,
    sandbox,
  }) => {
    const before = await carrying(sandbox, "noor", "travel");
    await interrupt(page, sandbox);
    await expect(notice(page)).toContainText("Turning “travel” into “journeys” stopped");
    await expect(notice(page)).toContainText(/\d+ memor(?:y|ies) still carr/);
    await expectAccessible(page);
    await look(page, "tags-stopped");

    await test.step("another change of the same tags waits for it", async () => {
      await act(page, "journeys", "Rename…");
      await dialog(page).getByRole("combobox").fill("voyages");
      await expect(dialog(page).getByText(/part of a change that is not finished/)).toBeVisible();
      await expect(dialog(page).getByRole("button", { name: /^Rename/ })).toBeDisabled();
      await page.keyboard.press("Escape");
    });

    await test.step("it is told on other pages too", async () => {
      await page.goto("/memories");
      await expect(notice(page)).toBeVisible();
      await expectAccessible(page);
      await look(page, "memories-stopped");
    });

    await notice(page).getByRole("button", { name: "Go on" }).click();
    await expect.poll(() => carrying(sandbox, "noor", "travel")).toEqual([]);
    await expect(notice(page)).toHaveCount(0);
    expect(await carrying(sandbox, "noor", "journeys")).toHaveLength(before.length);
    const writes = await writesPerMemory(sandbox);
    expect([...writes.values()].filter((times) => times > 1)).toEqual([]);
    await page.goto("/tags");
    await expect(rowOf(page, "journeys").getByRole("cell").nth(1)).toHaveText(
      String(before.length),
    );
    await expect(notice(page)).toHaveCount(0);
  });

  test("can be given up: what is changed stays, the rest is as it was", async ({
    page,
    sandbox,
  }) => {
    const before = await carrying(sandbox, "noor", "travel");
    await interrupt(page, sandbox);
    await notice(page).getByRole("button", { name: "Give up" }).click();
    await expect(notice(page)).toHaveCount(0);
    const [old, renamed] = [
      await carrying(sandbox, "noor", "travel"),
      await carrying(sandbox, "noor", "journeys"),
    ];
    expect(old.length).toBeGreaterThan(0);
    expect(old.length + renamed.length).toBe(before.length);
    await page.reload();
    await expect(rowOf(page, "journeys")).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  });

  test("is not begun by a second tab while the first is at it", async ({
    page,
    sandbox,
    watch,
  }) => {
    // Both see that nothing is left to do, and strike it off: one of them comes second.
    watch.allow(/^404 DELETE .*\/api\/tag-operations\//);
    await openTags(page, sandbox, "noor");
    await sandbox.clearCalls();
    await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 3_000 } });
    await act(page, "travel", "Rename…");
    await dialog(page).getByRole("combobox").fill("journeys");
    await dialog(page)
      .getByRole("button", { name: /^Rename on/ })
      .click();
    await expect.poll(async () => (await sandbox.calls()).some((call) => call.method === "PATCH"));

    const second = await page.context().newPage();
    await second.goto("/tags");
    await expect(second.getByText(/is being turned into .* in another tab/)).toBeVisible();
    await expect(second.getByRole("button", { name: "Go on" })).toHaveCount(0);
    await expectAccessible(second);
    await look(second, "tags-elsewhere");
    await sandbox.clearFaults();
    await expect(second.getByText(/in another tab/)).toHaveCount(0, { timeout: 20_000 });
    await expect(notice(second)).toHaveCount(0);
    await expect(rowOf(second, "journeys")).toBeVisible();
    expect([...(await writesPerMemory(sandbox)).values()].filter((times) => times > 1)).toEqual([]);
    await second.close();
  });
});

test("what failed can be retried, and only that", async ({ page, sandbox, watch }) => {
  watch.allow(/^503 PATCH/);
  await openTags(page, sandbox, "noor");
  const before = await carrying(sandbox, "noor", "work");
  await sandbox.clearCalls();
  // Far from each other: three in a row would be an outage, which is waited for.
  const spread = [0, Math.floor(before.length / 2), before.length - 1];
  const failing = spread.map((at) => before[at]?.id).join("|");
  const path = new RegExp(`/memory-blobs/(?:${failing})$`);
  await sandbox.fail({ method: "PATCH", path, fault: { status: 500 } });
  await act(page, "work", "Rename…");
  await dialog(page).getByRole("combobox").fill("job");
  await dialog(page)
    .getByRole("button", { name: /^Rename on/ })
    .click();
  await expect(panel(page)).toContainText(`${before.length - 3} done, 3 failed`);
  expect(await carrying(sandbox, "noor", "work")).toHaveLength(3);
  await expectAccessible(page);
  await look(page, "tags-failed");
  await sandbox.clearFaults();
  await panel(page).getByRole("button", { name: "Retry these 3" }).click();
  await expect.poll(() => carrying(sandbox, "noor", "work")).toEqual([]);
  expect([...(await writesPerMemory(sandbox)).values()].every((times) => times === 1)).toBe(true);
  await page.reload();
  await expect(rowOf(page, "job")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test("counts say when they are not exact yet, and what could not be read", async ({
  page,
  sandbox,
  watch,
}) => {
  test.slow();
  await arrive(page, sandbox, "noor");
  await sandbox.fail({ method: "GET", path: "/memory-blobs", fault: { delayMs: 2_500 } });
  await page.goto("/tags");
  await expect(page.getByRole("status").filter({ hasText: "Counting your tags" })).toBeAttached();
  await expectAccessible(page);
  await look(page, "tags-loading");
  await sandbox.clearFaults();
  // Several pages: what the first one brings is counted while the others are waited for.
  const noor = (await sandbox.people()).find(({ slug }) => slug === "noor")?.id ?? "";
  for (let number = 0; number < 500; number += 1) {
    await sandbox.putBlob(noor, { content: `Note ${number}`, createdAt: new Date("2020-01-01") });
  }
  await sandbox.fail({ method: "GET", path: "/memory-blobs", fault: { delayMs: 4_000 } });
  await page.reload();
  await expect(page.getByText(/Your memories are still being read: [1-9]\d* so far/)).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByText(/^\d+\+$/).first()).toBeVisible();
  await act(page, "travel", "Rename…");
  await dialog(page).getByRole("combobox").fill("journeys");
  await expect(dialog(page).getByText(/This can begin once all are here/)).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: /^Rename/ })).toBeDisabled();
  await look(page, "tags-rename-waits");
  await sandbox.clearFaults();
  await expect(dialog(page).getByRole("button", { name: /^Rename on/ })).toBeEnabled({
    timeout: 30_000,
  });
  await page.keyboard.press("Escape");

  watch.allow(/^503 GET/);
  await sandbox.fail({ method: "GET", path: "/tags", fault: { status: 500 } });
  await page.reload();
  await expect(page.getByText("Colours and descriptions could not be read")).toBeVisible({
    timeout: 20_000,
  });
  await expect(rowOf(page, "travel")).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-unread");
  await sandbox.clearFaults();
  await sandbox.fail({ method: "GET", path: "/memory-blobs", fault: { status: 500 } });
  await page.reload();
  const alert = page.getByRole("alert").filter({ hasText: "could not be read" });
  await expect(alert).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("No tags yet")).toHaveCount(0);
  await look(page, "tags-error");
});

test("nobody has any tags", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "tomas");
  await page.goto("/tags");
  await expect(page.getByRole("heading", { name: "No tags yet" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "tags-empty");
});
