import { expect, type Page } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { personId } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import {
  act,
  carrying,
  dialog,
  notice,
  openTags,
  panel,
  rowOf,
  writesPerMemory,
} from "./support/tags";
import { test } from "./support/test";

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

test("several tags become one, which some carry already", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
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

test("a tag is taken off every memory, and the memories stay", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
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

test("a removal that is interrupted goes on with what is left, and does nothing twice", {
  tag: "@long",
}, async ({ page, sandbox }) => {
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

  test("can be given up: what is changed stays, the rest is as it was", { tag: "@long" }, async ({
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

  test("is not begun by a second tab while the first is at it", { tag: "@long" }, async ({
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

test("what failed can be retried, and only that", { tag: "@long" }, async ({
  page,
  sandbox,
  watch,
}) => {
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
