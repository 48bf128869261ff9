import { expect } from "@playwright/test";
import { bar, box, ended, fill, panel, selectAllMatching, watchCalls } from "./support/bulk";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, personId } from "./support/people";
import { test } from "./support/test";
import { expectGerman } from "./support/words";

test("tags are added and taken off, importance is set, each told before to how many", {
  tag: "@long",
}, async ({ page, sandbox }) => {
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
