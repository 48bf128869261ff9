import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, personId } from "./support/people";
import { test } from "./support/test";

const rows = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 });
const deleted = (page: Page) => page.getByRole("list", { name: "Deleted memories" });
const toast = (page: Page, text: RegExp | string) =>
  page.locator("[data-sonner-toast]").filter({ hasText: text });

/** Opens the first memory of the list; its title and id. */
async function openFirst(page: Page): Promise<{ title: string; id: string }> {
  const title = (await rows(page).first().textContent()) ?? "";
  await rows(page).first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return { title, id: page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "" };
}

async function deleteOpen(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(toast(page, "Memory deleted")).toBeVisible();
}

test("a deletion is undone from the toast: everything comes back, under a new id", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  const { title, id } = await openFirst(page);
  const before = await sandbox.getBlob(id);
  await deleteOpen(page);
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("link", { name: title })).toHaveCount(0);
  const undo = toast(page, "Memory deleted").getByRole("button", { name: "Undo" });
  // The ten seconds do not run for whoever is on it.
  await undo.focus();
  expect(await sandbox.getBlob(id)).toBeNull();
  await expectAccessible(page);
  await look(page, "deleted-toast");
  await undo.click();
  await expect(toast(page, "Memoram gave it a new id")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await look(page, "restored-toast");
  const newId = page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "";
  expect(newId).not.toBe(id);
  const after = await sandbox.getBlob(newId);
  expect(after?.title).toBe(before?.title);
  expect(after?.tags.toSorted()).toEqual(before?.tags.toSorted());
  const noor = await personId(sandbox, "noor");
  expect(await sandbox.open(noor, after?.content ?? "")).toBe(
    await sandbox.open(noor, before?.content ?? ""),
  );

  await page.goto("/trash");
  await expect(page.getByText("The trash is empty")).toBeVisible();
});

test("by keyboard: # deletes, u undoes, and the toast waits for whoever is on it", async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  await arrive(page, sandbox, "wanjiru");
  const { title } = await openFirst(page);
  await page.keyboard.press("#");
  await expect(toast(page, "Memory deleted")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await deleteOpen(page);
  const undo = toast(page, "Memory deleted").getByRole("button", { name: "Undo" });
  await undo.focus();
  await page.clock.fastForward(30_000);
  await expect(undo).toBeVisible();
  await page.getByRole("main").focus();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(10_500);
  await expect(undo).toHaveCount(0);
});

test("from the trash: read, restore, delete for ever, many at a time, and empty it", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
  test.slow();
  watch.allow(/^404 .*\/api\/memories\//);
  await arrive(page, sandbox, "noor");
  await page.goto("/trash");
  await expect(page.getByText("The trash is empty")).toBeVisible();
  await expectAccessible(page);
  await look(page, "trash-empty");

  const titles: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    await page.goto("/memories");
    const { title } = await openFirst(page);
    titles.unshift(title);
    await deleteOpen(page);
  }
  await page.goto("/trash");
  await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
  await expect(deleted(page).getByRole("heading", { level: 2 })).toHaveText(titles);
  await expect(deleted(page).getByText("30 days left")).toHaveCount(6);
  await expectAccessible(page);
  await look(page, "trash");

  await test.step("read one where it lies, and restore it", async () => {
    const [title = ""] = titles;
    await page.getByRole("button", { name: title }).click();
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    await expectAccessible(page);
    await look(page, "trash-reader");
    await dialog.getByRole("button", { name: "Restore" }).click();
    await expect(toast(page, "Memoram gave it a new id")).toBeVisible();
    await expect(deleted(page).getByRole("heading", { level: 2 })).toHaveText(titles.slice(1));
    await toast(page, "Restored").getByRole("button", { name: "Open it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.goto("/trash");
  });

  await test.step("erase one", async () => {
    const row = deleted(page).getByRole("listitem").first();
    await row.getByRole("button", { name: "Delete for ever" }).click();
    const question = page.getByRole("alertdialog");
    await expect(question).toContainText(titles[1] ?? "");
    await expectAccessible(page);
    await look(page, "trash-erase");
    await question.getByRole("button", { name: "Delete for ever" }).click();
    await expect(deleted(page).getByRole("heading", { level: 2 })).toHaveText(titles.slice(2));
  });

  await test.step("two at a time, with Shift", async () => {
    const boxes = deleted(page).getByRole("checkbox");
    await boxes.nth(0).check();
    await boxes.nth(1).click({ modifiers: ["Shift"] });
    await expect(page.getByText("2 selected")).toBeVisible();
    await expectAccessible(page);
    await look(page, "trash-selected");
    await page
      .getByRole("group", { name: "Selection" })
      .getByRole("button", { name: "Restore" })
      .click();
    const panel = page.getByRole("region", { name: "Changes to many memories" });
    await expect(panel.getByText("2 done", { exact: true })).toBeVisible();
    await expect(panel.getByText("new ids")).toBeVisible();
    await expect(deleted(page).getByRole("heading", { level: 2 })).toHaveText(titles.slice(4));
    await expectAccessible(page);
    await panel.getByRole("button", { name: "Dismiss" }).click();
    await expect(panel).toHaveCount(0);
  });

  await test.step("empty it", async () => {
    await page.getByRole("button", { name: "Empty trash" }).click();
    const question = page.getByRole("alertdialog", { name: "Empty the trash?" });
    await expect(question).toContainText("2 memories");
    await expectAccessible(page);
    await question.getByRole("button", { name: "Empty trash" }).click();
    await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeFocused();
  });
  const noor = await personId(sandbox, "noor");
  const there = (await sandbox.blobs(noor)).map(({ title }) => title);
  expect(there).toEqual(expect.arrayContaining([titles[0], titles[2], titles[3]]));
  expect(there).not.toContain(titles[1]);
  expect(there).not.toContain(titles[5]);
});

/** How often the browser asked for a page of the trash. */
function countListings(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (/\/api\/trash(?:\?|$)/.test(request.url()) && request.method() === "GET") count += 1;
  });
  return () => count;
}

test("more than a page: all of it is selected and restored; what is over is not shown", {
  tag: "@long",
}, async ({ page, sandbox, servers }) => {
  test.slow();
  const tomas = await personId(sandbox, "tomas");
  await arrive(page, sandbox, "tomas");
  for (let number = 1; number <= 70; number += 1) {
    const { id } = await sandbox.putBlob(tomas, { title: `Note ${number}`, content: "Plain." });
    const answer = await page.request.delete(`/api/memories/${id}`, {
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(answer.status()).toBe(204);
  }
  const database = new pg.Client({ connectionString: servers.database });
  await database.connect();
  await database.query(
    `UPDATE "TrashedMemory" SET "deletedAt" = now() - interval '31 days' WHERE "memoryId" IN
     (SELECT "memoryId" FROM "TrashedMemory" ORDER BY "deletedAt" DESC LIMIT 2)`,
  );
  await database.query(
    `UPDATE "TrashedMemory" SET "deletedAt" = now() - interval '29 days 20 hours' WHERE "memoryId" IN
     (SELECT "memoryId" FROM "TrashedMemory" ORDER BY "deletedAt" DESC LIMIT 1)`,
  );
  await database.end();

  const listings = countListings(page);
  await page.goto("/trash");
  await expect(page.getByText("50 of 68")).toBeVisible();
  await expect(page.getByRole("button", { name: "Note 70" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Select all loaded" }).check();
  await expect(page.getByText("50 selected")).toBeVisible();
  await page.getByRole("button", { name: "Select all 68" }).click();
  await expect(page.getByText("68 selected")).toBeVisible();
  // One call for the ids: no page was read for it, and only what is in sight is in the page.
  await expect(deleted(page).getByRole("listitem").first()).toHaveAttribute("aria-setsize", "68");
  expect(listings()).toBe(1);
  expect(await deleted(page).getByRole("listitem").count()).toBeLessThan(30);
  await expect(async () => {
    await page.locator("#main").evaluate((main) => main.scrollTo(0, main.scrollHeight));
    await expect(deleted(page).getByText("Less than a day left")).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(page.getByText("68 selected")).toBeVisible();
  await look(page, "trash-many");
  const selection = page.getByRole("group", { name: "Selection" });
  await selection.getByRole("button", { name: "Delete for ever" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete 68 memories for ever?" });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Cancel" }).click();
  await selection.getByRole("button", { name: "Restore" }).click();
  const panel = page.getByRole("region", { name: "Changes to many memories" });
  await expect(panel.getByText("68 done", { exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("The trash is empty")).toBeVisible();
  expect(await sandbox.blobs(tomas)).toHaveLength(68);
  await panel.getByRole("link", { name: "See your memories" }).click();
  await expect(page.getByRole("main").getByText("68 memories")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: /^Note/ }).first()).toBeVisible();
});

test("with the trash off a deletion asks first, and is final", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "wanjiru");
  await page.goto("/settings");
  const toggle = page.getByRole("switch", { name: "Keep deleted memories for 30 days" });
  await expect(toggle).toBeChecked();
  await expect(page.getByText("lies in the trash, where you can bring it back")).toBeVisible();
  await toggle.click();
  await expect(page.getByText("Deletions are final at once")).toBeVisible();
  await expectAccessible(page);
  await look(page, "settings-trash-off");
  await page.reload();
  await expect(toggle).not.toBeChecked();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Copies in the trash");
  await page.getByRole("button", { name: "Stay connected" }).click();

  await page.goto("/memories");
  const { title, id } = await openFirst(page);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const question = page.getByRole("alertdialog", { name: "Delete this memory?" });
  await expect(question).toContainText("final");
  await expectAccessible(page);
  await look(page, "delete-final");
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(await sandbox.getBlob(id)).not.toBeNull();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(toast(page, "Memory deleted for good")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: title })).toHaveCount(0);
  await expect.poll(() => sandbox.getBlob(id)).toBeNull();

  await page.goto("/trash");
  await expect(page.getByText("The trash is off").first()).toBeVisible();
  await expectAccessible(page);
  await look(page, "trash-off");
});

test("a trash that cannot be read is never an empty one", async ({ page, sandbox, watch }) => {
  watch.allow(/^503 /);
  await arrive(page, sandbox, "wanjiru");
  await page.route("**/api/trash*", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        type: "/problems/memoram-unavailable",
        title: "Memoram cannot be reached",
        status: 503,
        detail: "",
        code: "memoram-unavailable",
        requestId: "r1",
      }),
    }),
  );
  await page.goto("/trash");
  await expect(page.getByText("The trash could not be read")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("The trash is empty")).toHaveCount(0);
  await expectAccessible(page);
  await look(page, "trash-failed");
  await page.unrouteAll();
  await page.getByRole("button", { name: /Try again/ }).click();
  await expect(page.getByText("The trash is empty")).toBeVisible();
});
