import { expect, type Page } from "@playwright/test";
import { scrollList } from "./support/list";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";
import { expectGerman } from "./support/words";

const bar = (page: Page) => page.getByRole("region", { name: "Selection" });
const panel = (page: Page) => page.getByRole("region", { name: "Changes to many memories" });
/** What the panel says once a job is over: "9 of 10 done" is not yet that. */
const ended = (page: Page, text: string) => panel(page).getByText(text, { exact: true });
const box = (page: Page, title: string) =>
  page.getByRole("checkbox", { name: `Select “${title}”`, exact: true });
const offer = (page: Page, name: string | RegExp) => bar(page).getByRole("button", { name });

async function personId(sandbox: RemoteSandbox, slug: string): Promise<string> {
  const person = (await sandbox.people()).find((one) => one.slug === slug);
  if (!person) throw new Error(`No ${slug}.`);
  return person.id;
}

/** Gives the person without memories so many, the first one the newest. */
async function fill(sandbox: RemoteSandbox, count: number, tags: string[] = []) {
  const id = await personId(sandbox, "tomas");
  const blobs = [];
  for (let number = 1; number <= count; number += 1) {
    const createdAt = new Date(Date.UTC(2026, 0, 1) - number * 60_000);
    const title = `Note ${number}`;
    const content = await sandbox.seal(id, `The text of note ${number}.`);
    blobs.push(
      await sandbox.putBlob(id, { title, content, tags, createdAt, updatedAt: createdAt }),
    );
  }
  return { personId: id, blobs };
}

/** The greatest number of calls to one memory or trash item that were under way at once. */
function watchCalls(page: Page) {
  let now = 0;
  let most = 0;
  const isOne = (url: string) => /\/api\/(?:memories|trash)\/[^/?]+(?:\/restore)?$/.test(url);
  page.on("request", (request) => {
    if (!isOne(request.url())) return;
    now += 1;
    most = Math.max(most, now);
  });
  const end = (request: { url(): string }) => {
    if (isOne(request.url())) now -= 1;
  };
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return { most: () => most };
}

async function selectAllMatching(page: Page, first: string, count: number) {
  await scrollList(page, 0);
  await box(page, first).check();
  await offer(page, `Select all ${count} matching`).click();
  await expect(bar(page)).toContainText(`All ${count} matching selected`);
}

test("one by one, a range with Shift, x, and Escape in its order", async ({ page, sandbox }) => {
  await fill(sandbox, 12);
  await arrive(page, sandbox, "tomas");
  await box(page, "Note 2").check();
  await expect(bar(page)).toContainText("1 selected");
  await box(page, "Note 6").click({ modifiers: ["Shift"] });
  await expect(bar(page)).toContainText("5 selected");
  await expect(box(page, "Note 4")).toBeChecked();
  await expect(box(page, "Note 7")).not.toBeChecked();
  await box(page, "Note 4").uncheck();
  await expect(bar(page)).toContainText("4 selected");
  await expectAccessible(page);
  await look(page, "selection");

  await page.getByRole("link", { name: "Note 9", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Note 9" })).toBeVisible();
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("5 selected");
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("4 selected");

  await test.step("it survives a reload", async () => {
    await page.reload();
    await expect(bar(page)).toContainText("4 selected");
  });

  await test.step("Escape closes what is open, then lets go of the selection", async () => {
    await bar(page).getByRole("button", { name: "Importance" }).click();
    await expect(page.getByRole("dialog", { name: /importance/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(bar(page)).toContainText("4 selected");
    await page.keyboard.press("Escape");
    await expect(bar(page)).toHaveCount(0);
  });

  await test.step("all, and Clear", async () => {
    await selectAllMatching(page, "Note 1", 12);
    await box(page, "Note 3").uncheck();
    await expect(bar(page)).toContainText("11 selected");
    await bar(page).getByRole("button", { name: "Clear the selection" }).click();
    await expect(bar(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Memories" })).toBeFocused();
  });
});

test("what is loaded and all that match are two offers while memories are still being read", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  test.slow();
  await sandbox.fail({ method: "GET", path: "/memory-blobs", fault: { delayMs: 1_200 } });
  await arrive(page, sandbox, "priya");
  const boxes = page.getByRole("checkbox", { name: /^Select “/ });
  await expect(boxes.first()).toBeVisible({ timeout: 20_000 });
  await boxes.first().check();
  await expect(offer(page, /^Select the [\d,]+ loaded so far$/)).toBeVisible();
  const all = offer(page, "Select all that match, also those still being read");
  await expect(all).toBeVisible();
  await expectAccessible(page);
  await look(page, "selection-loading");
  await offer(page, /^Select the [\d,]+ loaded so far$/).click();
  await expect(bar(page)).toContainText(/^[\d,]+ selected/);

  await all.click();
  await expect(bar(page)).toContainText(/All matching selected: [\d,]+ so far/);
  await bar(page).getByRole("button", { name: "Importance" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("still being read");
  await expect(dialog.getByRole("button", { name: /^Set/ })).toBeDisabled();
  await look(page, "bulk-waits");
  await sandbox.clearFaults();
  await expect(dialog.getByRole("button", { name: /^Set .* 10,000 memories$/ })).toBeEnabled({
    timeout: 60_000,
  });
  await page.keyboard.press("Escape");
  await expect(bar(page)).toContainText("All 10,000 matching selected");
  await expect(bar(page).getByRole("button", { name: /^Select/ })).toHaveCount(0);
});

test("tags are added and taken off, importance is set, each told before to how many", async ({
  page,
  sandbox,
}) => {
  test.slow();
  const { blobs } = await fill(sandbox, 10, ["old"]);
  await sandbox.putBlob(await personId(sandbox, "tomas"), {
    id: blobs[0]?.id,
    tags: ["old", "first"],
  });
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 10);

  await test.step("add", async () => {
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Add tags to 10 memories" });
    await dialog.getByRole("combobox").fill("fresh");
    await page.keyboard.press("Enter");
    await dialog.getByRole("combobox").fill("fir");
    await expectAccessible(page);
    await look(page, "bulk-add-tags");
    await page.getByRole("option", { name: "first" }).click();
    await dialog.getByRole("button", { name: "Add to 10 memories" }).click();
    await expect(ended(page, "10 done")).toBeVisible();
    await expectAccessible(page);
    await look(page, "bulk-done");
    expect((await sandbox.getBlob(blobs[4]?.id ?? ""))?.tags.toSorted()).toEqual([
      "first",
      "fresh",
      "old",
    ]);
  });

  await test.step("again, which changes nothing, and says so", async () => {
    await page.keyboard.press("t");
    await page.getByRole("dialog").getByRole("combobox").fill("fresh");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Add to 10 memories" }).click();
    await expect(ended(page, "10 done, 10 were so already")).toBeVisible();
  });

  await test.step("take off, out of what they carry", async () => {
    await bar(page).getByRole("button", { name: "Remove tags" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove tags from 10 memories" });
    await expect(dialog.getByRole("checkbox")).toHaveCount(3);
    await dialog.getByRole("checkbox", { name: /old/ }).check();
    await expectAccessible(page);
    await look(page, "bulk-remove-tags");
    await dialog.getByRole("button", { name: "Remove from 10 memories" }).click();
    await expect(panel(page)).toContainText("Removed “old”");
    await expect(ended(page, "10 done")).toBeVisible();
    expect((await sandbox.getBlob(blobs[9]?.id ?? ""))?.tags).not.toContain("old");
  });

  await test.step("importance, and none", async () => {
    await bar(page).getByRole("button", { name: "Importance" }).click();
    const dialog = page.getByRole("dialog", { name: /importance of 10 memories/ });
    await dialog.getByRole("slider", { name: "Importance" }).fill("0.9");
    await expectAccessible(page);
    await look(page, "bulk-importance");
    await dialog.getByRole("button", { name: "Set 0.9 for 10 memories" }).click();
    await expect(panel(page)).toContainText("Importance 0.9 set");
    await expect(ended(page, "10 done")).toBeVisible();
    expect((await sandbox.getBlob(blobs[2]?.id ?? ""))?.importance).toBe(0.9);

    await bar(page).getByRole("button", { name: "Importance" }).click();
    await dialog.getByRole("button", { name: "Clear" }).click();
    await dialog.getByRole("button", { name: "Set none for 10 memories" }).click();
    await expect(panel(page)).toContainText("Importance taken away");
    await expect(ended(page, "10 done")).toBeVisible();
    expect((await sandbox.getBlob(blobs[2]?.id ?? ""))?.importance).toBeNull();
  });
});

test("197 of 200 are deleted, 3 fail: told, retried, and all of it undone", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
  test.setTimeout(240_000);
  watch.allow(/^503 DELETE/);
  const { personId: tomas, blobs } = await fill(sandbox, 200);
  const failing = [blobs[10], blobs[100], blobs[190]].map((blob) => blob?.id ?? "");
  await sandbox.fail({
    method: "DELETE",
    path: new RegExp(`/memory-blobs/(?:${failing.join("|")})$`),
    fault: { status: 500 },
  });
  await arrive(page, sandbox, "tomas");
  const calls = watchCalls(page);
  await selectAllMatching(page, "Note 1", 200);
  await bar(page).getByRole("button", { name: "Delete" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete 200 memories?" });
  await expect(question).toContainText("They stay in the trash for 30 days.");
  await expectAccessible(page);
  await look(page, "bulk-delete-question");
  await question.getByRole("button", { name: "Delete 200 memories" }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(panel(page).getByRole("progressbar")).toBeVisible();
  await look(page, "bulk-deleting");

  await test.step("it goes on while one looks at another page", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expect(ended(page, "197 done, 3 failed")).toBeVisible({ timeout: 90_000 });
  });
  await expect(
    page.getByRole("status").filter({ hasText: "Deleted: 197 done, 3 failed" }),
  ).toHaveCount(1);
  await page.getByRole("link", { name: /^All memories/ }).click();
  await expect(page.getByRole("main").getByRole("link", { name: "Note 11" })).toBeVisible();
  expect(calls.most()).toBeLessThanOrEqual(4);
  expect(calls.most()).toBeGreaterThan(1);
  for (const title of ["Note 11", "Note 101", "Note 191"]) {
    await expect(panel(page).getByRole("link", { name: title, exact: true })).toBeVisible();
  }
  await expect(panel(page)).toContainText("Memoram cannot be reached");
  expect(await sandbox.blobs(tomas)).toHaveLength(3);
  await expectAccessible(page);
  await look(page, "bulk-failed");

  await sandbox.clearFaults();
  await panel(page).getByRole("button", { name: "Retry these 3" }).click();
  await expect(ended(page, "200 done")).toBeVisible();
  expect(await sandbox.blobs(tomas)).toHaveLength(0);
  const undo = panel(page).getByRole("button", { name: "Undo" });
  await undo.focus();
  await look(page, "bulk-undo");
  await undo.click();
  await expect(panel(page)).toContainText("Restoring");
  await expect(ended(page, "200 done")).toBeVisible({ timeout: 90_000 });
  await expect(panel(page)).toContainText("new ids");
  expect(await sandbox.blobs(tomas)).toHaveLength(200);
  await expect(page.getByRole("main").getByText("200 memories")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /^Note/ }).first()).toBeVisible();
  await panel(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(panel(page)).toHaveCount(0);
});

test("a job pauses, goes on, waits where Memoram asks for it, and is cancelled", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
  test.setTimeout(150_000);
  watch.allow(/^429 PATCH/);
  const { personId: tomas } = await fill(sandbox, 60);
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 60);
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 400 } });
  await page.keyboard.press("t");
  await page.getByRole("dialog").getByRole("combobox").fill("kept");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to 60 memories" }).click();
  await expect(panel(page)).toContainText("of 60 done");

  await test.step("pause: nothing more is written", async () => {
    await panel(page).getByRole("button", { name: "Pause" }).click();
    await expect(panel(page)).toContainText("Paused");
    const tagged = async () =>
      (await sandbox.blobs(tomas)).filter(({ tags }) => tags.includes("kept")).length;
    await expect(async () => {
      const before = await tagged();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
      expect(await tagged()).toBe(before);
    }).toPass();
    expect(await tagged()).toBeLessThan(60);
    await expectAccessible(page);
    await look(page, "bulk-paused");
  });

  await test.step("closing the tab asks", async () => {
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });

  await test.step("a 429 is waited for, with a countdown", async () => {
    await sandbox.clearFaults();
    await sandbox.fail({
      method: "PATCH",
      path: /memory-blobs/,
      times: 1,
      fault: { status: 429, headers: { "retry-after": "20" } },
    });
    await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 400 } });
    await panel(page).getByRole("button", { name: "Go on" }).click();
    await expect(panel(page)).toContainText(/Goes on by itself in \d+ seconds/);
    await look(page, "bulk-rate-limit");
    await expect(panel(page)).not.toContainText("asks for a pause", { timeout: 30_000 });
  });

  await test.step("cancel", async () => {
    await panel(page).getByRole("button", { name: "Cancel" }).click();
    await expect(panel(page)).toContainText(/Cancelled: \d+ done, \d+ left as they were/);
    await expectAccessible(page);
    await look(page, "bulk-cancelled");
  });
});

test("access that is lost stops a job, and says what would let it go on", async ({
  page,
  sandbox,
  watch,
}) => {
  test.slow();
  watch.allow(/^403 /);
  watch.allow(/^409 /);
  await fill(sandbox, 30);
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 30);
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 300 } });
  await page.keyboard.press("t");
  await page.getByRole("dialog").getByRole("combobox").fill("kept");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to 30 memories" }).click();
  await expect(panel(page)).toContainText("of 30 done");
  const [request] = await sandbox.requests();
  await sandbox.decide(request?.id ?? "", "revoked");
  await expect(panel(page)).toContainText("Keepsake has erased your key", { timeout: 20_000 });
  await expect(panel(page).getByRole("link", { name: /Go to the connection/ })).toBeVisible();
  await expectAccessible(page);
  await look(page, "bulk-stopped");
});

test("a job waits out a lost connection, and goes on by itself", async ({
  page,
  context,
  sandbox,
  watch,
}) => {
  test.slow();
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  const { personId: tomas } = await fill(sandbox, 30);
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 30);
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 300 } });
  await bar(page).getByRole("button", { name: "Importance" }).click();
  await page.getByRole("button", { name: "Set 0.5 for 30 memories" }).click();
  await expect(panel(page)).toContainText("of 30 done");
  await context.setOffline(true);
  await expect(panel(page)).toContainText("Goes on by itself once there is a connection");
  await expectAccessible(page);
  await look(page, "bulk-offline");
  await sandbox.clearFaults();
  await context.setOffline(false);
  await expect(ended(page, "30 done")).toBeVisible({ timeout: 45_000 });
  const blobs = await sandbox.blobs(tomas);
  expect(blobs.filter(({ importance }) => importance === 0.5)).toHaveLength(30);
});

test("with the trash off, deleting a few asks too, and offers no Undo", async ({
  page,
  sandbox,
}) => {
  await fill(sandbox, 5);
  await arrive(page, sandbox, "tomas");
  await page.goto("/settings");
  await page.getByRole("switch", { name: /Keep deleted memories/ }).click();
  await expect(page.getByText("Deletions are final at once")).toBeVisible();
  await page.goto("/memories");
  await box(page, "Note 1").check();
  await box(page, "Note 2").check();
  await page.keyboard.press("#");
  const question = page.getByRole("alertdialog", { name: "Delete 2 memories?" });
  await expect(question).toContainText("This is final");
  await question.getByRole("button", { name: "Delete 2 memories" }).click();
  await expect(ended(page, "2 done")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test("a trash that was turned off elsewhere meanwhile offers no Undo", async ({
  page,
  sandbox,
}) => {
  await fill(sandbox, 5);
  await arrive(page, sandbox, "tomas");
  await box(page, "Note 1").check();
  await box(page, "Note 2").check();
  const answer = await page.request.patch("/api/preferences", {
    data: { trash: false },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(answer.status()).toBe(200);
  await page.keyboard.press("#");
  await expect(ended(page, "2 done")).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Dismiss" })).toBeVisible();
  await expect(panel(page).getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(panel(page)).not.toContainText("in the trash");

  await page.getByRole("link", { name: "Note 3", exact: true }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Memory deleted for good")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("selection, jobs and trash have no English left in them", async ({ page, sandbox }) => {
    test.slow();
    const tomas = await personId(sandbox, "tomas");
    for (const number of [1, 2, 3]) {
      await sandbox.putBlob(tomas, { title: `Notiz ${number}`, content: "Klar.", tags: ["alt"] });
    }
    await arrive(page, sandbox, "tomas");
    const auswahl = page.getByRole("region", { name: "Auswahl" });
    const jobs = page.getByRole("region", { name: "Änderungen an vielen Erinnerungen" });
    const schachtel = page.getByRole("checkbox", { name: "„Notiz 1“ auswählen" });
    await schachtel.check();
    await expect(auswahl).toContainText("1 ausgewählt");
    await auswahl.getByRole("button", { name: "Alle 3 passenden auswählen" }).click();
    for (const name of ["Schlagwort dazu", "Schlagwort weg", "Wichtigkeit"]) {
      await auswahl.getByRole("button", { name }).click();
      await expect(page.getByRole("dialog")).toContainText("3 Erinnerungen");
      await expectGerman(page);
      await look(page, `german-bulk-${name.toLowerCase().replace(" ", "-")}`);
      await page.keyboard.press("Escape");
    }
    await auswahl.getByRole("button", { name: "Löschen" }).click();
    await expect(jobs).toContainText("3 erledigt");
    await expectGerman(page);
    await look(page, "german-bulk-done");

    await jobs.getByRole("link", { name: "Papierkorb öffnen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Papierkorb" })).toBeVisible();
    await jobs.getByRole("button", { name: "Schließen" }).click();
    await page.getByRole("checkbox", { name: "„Notiz 2“ auswählen" }).check();
    await expectGerman(page);
    await expectAccessible(page);
    await look(page, "german-trash");
    await page.getByRole("button", { name: "Notiz 3" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Wiederherstellen" }).click();
    await expect(page.getByText("Memoram hat ihr eine neue Kennung gegeben")).toBeVisible();
    await expectGerman(page);
    await page.goto("/settings");
    await expect(
      page.getByRole("switch", { name: "Gelöschte Erinnerungen 30 Tage aufbewahren" }),
    ).toBeChecked();
    await expectGerman(page);
  });
});

test("what is selected but out of sight is said, and asked about before it is deleted", async ({
  page,
  sandbox,
}) => {
  await fill(sandbox, 3, ["paper"]);
  await arrive(page, sandbox, "tomas");
  await box(page, "Note 1").check();
  await box(page, "Note 2").check();
  await expect(bar(page)).toContainText("2 selected");
  await page.getByRole("searchbox", { name: "Search memories" }).fill("note 3");
  await expect(page).toHaveURL(/q=note/);
  await expect(bar(page)).toContainText("2 of them are not in this list.");
  await bar(page).getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("2 of them are not in this list.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await sandbox.blobs(await personId(sandbox, "tomas"))).toHaveLength(3);
});
