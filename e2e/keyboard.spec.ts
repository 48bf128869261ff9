import { expect } from "@playwright/test";
import { article, help, option, pressAs, rowLinks, search, titleAt } from "./support/keyboard";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";
import { expectGerman } from "./support/words";

test("the whole main job by keyboard alone", async ({ page, sandbox, watch }) => {
  test.slow();
  // The versions of a memory may be asked for at the moment at which it is deleted.
  watch.allow(/^404 GET .*\/versions$/);
  await arrive(page, sandbox, "noor");
  await expect(rowLinks(page).first()).toBeVisible();
  const { keyboard } = page;
  const first = await titleAt(page, 0);
  const second = await titleAt(page, 1);

  await test.step("walk the list and open a memory", async () => {
    await keyboard.press("j");
    await expect(rowLinks(page).first()).toBeFocused();
    await keyboard.press("j");
    await expect(rowLinks(page).nth(1)).toBeFocused();
    await keyboard.press("k");
    await expect(rowLinks(page).first()).toBeFocused();
    await keyboard.press("Enter");
    await expect(article(page, first)).toBeVisible();
    await keyboard.press("j");
    await expect(article(page, second)).toBeVisible();
    await keyboard.press("k");
    await expect(article(page, first)).toBeVisible();
  });

  const title = "Writes with the left hand, and with the keyboard";
  await test.step("keep a new memory", async () => {
    await keyboard.press("n");
    await page.waitForURL(/\/memories\/new/);
    await page.getByRole("textbox", { name: "Title" }).focus();
    await keyboard.type(title);
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await expect(page.getByRole("textbox", { name: "Content" })).toBeFocused();
    await keyboard.type("j k e n x t # u g m: all of these are letters here.");
    await keyboard.press("Control+Enter");
    await page.waitForURL(/\/memories\/(?!new)[a-z0-9]+$/);
    await expect(article(page, title)).toBeVisible();
  });
  const id = page.url().split("/").at(-1) ?? "";

  await test.step("tag it", async () => {
    await keyboard.press("t");
    await expect(page.getByRole("combobox", { name: "Tags" })).toBeFocused();
    await keyboard.type("habits");
    await keyboard.press("Enter");
    await keyboard.press("Control+Enter");
    await expect(page.getByRole("main").getByRole("link", { name: "habits" }).last()).toBeVisible();
    await expect.poll(async () => (await sandbox.getBlob(id))?.tags).toEqual(["habits"]);
  });

  await test.step("edit it", async () => {
    await keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Content" })).toBeVisible();
    await page.getByRole("textbox", { name: "Summary" }).focus();
    await keyboard.type("No mouse was moved.");
    await keyboard.press("Control+Enter");
    await expect(page.getByText("No mouse was moved.").first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Summary" })).toHaveCount(0);
  });

  await test.step("delete it, and take that back", async () => {
    await keyboard.press("#");
    await expect(page.getByText("Memory deleted")).toBeVisible();
    await expect.poll(() => sandbox.getBlob(id)).toBeNull();
    await keyboard.press("u");
    await expect(article(page, title)).toBeVisible();
    await keyboard.press("Delete");
    await expect(page.getByText("Memory deleted")).toBeVisible();
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
  });

  await test.step("select some and tag them", async () => {
    await page.goto("/memories");
    await expect(rowLinks(page).first()).toBeVisible();
    await keyboard.press("j");
    await keyboard.press("x");
    await keyboard.press("j");
    await keyboard.press("x");
    await expect(page.getByRole("region", { name: "Selection" })).toContainText("2 selected");
    await keyboard.press("t");
    await expect(page.getByRole("combobox", { name: "Tags to add" })).toBeFocused();
    await keyboard.type("chosen");
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await keyboard.press("Escape");
  });

  await test.step("find it by the search", async () => {
    await keyboard.press("/");
    await expect(search(page)).toBeFocused();
    await keyboard.type("lighthouse");
    await expect(page).toHaveURL(/q=lighthouse/);
    await expect(search(page)).toHaveValue("lighthouse");
  });
});

test("g and a letter go to the pages, and what may follow is shown", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  const { keyboard } = page;
  const pages = [
    ["t", /\/tags$/, "Tags"],
    ["x", /\/trash$/, "Trash"],
    ["s", /\/settings$/, "Settings"],
    ["m", /\/memories$/, null],
    ["c", /\/connect/, null],
  ] as const;
  for (const [key, address, heading] of pages) {
    // One at once after the other: a second key that comes too late is another one.
    await keyboard.press("g");
    await keyboard.press(key);
    await page.waitForURL(address);
    if (heading) await expect(article(page, heading)).toBeVisible();
    if (key === "c") break;
  }

  await page.goto("/memories");
  await expect(rowLinks(page).first()).toBeVisible();
  const hint = page.getByRole("status").filter({ hasText: "g, then:" });
  // Time stands still, but for what the journey lets pass.
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await keyboard.press("g");
  await expect(hint).toBeVisible();
  await look(page, "keyboard-sequence");
  await page.clock.runFor(1_400);
  await expect(hint).toBeVisible();
  // A second key that comes too late is a key of its own.
  await page.clock.runFor(200);
  await expect(hint).toHaveCount(0);
  await keyboard.press("t");
  await expect(page).toHaveURL(/\/memories/);
  await keyboard.press("g");
  await keyboard.press("Escape");
  await expect(hint).toHaveCount(0);
  await keyboard.press("g");
  await keyboard.press("n");
  await expect(page).not.toHaveURL(/\/new/);
});

test("no key is taken from somebody who types", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await expect(rowLinks(page).first()).toBeVisible();
  const { keyboard } = page;
  const letters = "gm gt n e x t # u j k / ?";

  await test.step("in the search", async () => {
    await search(page).focus();
    await keyboard.type(letters);
    await expect(search(page)).toHaveValue(letters);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page).toHaveURL(/\/memories(\?.*)?$/);
    await keyboard.press("Escape");
    await keyboard.press("Escape");
  });

  await test.step("in the form", async () => {
    await page.goto("/memories/new");
    for (const name of ["Title", "Content"]) {
      await page.getByRole("textbox", { name }).focus();
      await keyboard.type(letters);
      await expect(page.getByRole("textbox", { name })).toHaveValue(letters);
    }
    await page.getByRole("combobox", { name: "Tags" }).focus();
    await keyboard.type("n");
    await expect(page.getByRole("combobox", { name: "Tags" })).toHaveValue("n");
    // On a button of the form neither: a slip of a finger would lead away from what is typed.
    await page.getByRole("button", { name: "Save" }).focus();
    await keyboard.press("g");
    await keyboard.press("s");
    await keyboard.press("?");
    await expect(page).toHaveURL(/\/memories\/new/);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("in dialogs and menus", async () => {
    await page.goto("/tags");
    await page.getByRole("button", { name: "Actions for food" }).click();
    await keyboard.press("n");
    await keyboard.press("?");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).focus();
    await keyboard.press("n");
    await keyboard.press("?");
    await keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toHaveCount(1);
    await expect(page).toHaveURL(/\/tags/);
    await keyboard.press("Escape");
  });

  await test.step("nor with Ctrl, Alt or Shift, nor while characters are composed", async () => {
    await page.goto("/memories");
    await expect(rowLinks(page).first()).toBeVisible();
    await pressAs(page, { key: "n", ctrlKey: true });
    await pressAs(page, { key: "n", altKey: true });
    await pressAs(page, { key: "n", metaKey: true });
    await pressAs(page, { key: "N", shiftKey: true });
    await pressAs(page, { key: "n", isComposing: true });
    await pressAs(page, { key: "Process", code: "KeyN" });
    await expect(page).toHaveURL(/\/memories$/);
  });
});

test("keys work on other layouts", async ({ page, sandbox }) => {
  await arrive(page, sandbox, "noor");
  await expect(rowLinks(page).first()).toBeVisible();
  // Russian: the key at j's place.
  await pressAs(page, { key: "о", code: "KeyJ" });
  await expect(rowLinks(page).first()).toBeFocused();
  // German: / over 7, ? over ß, # on a key of its own; Caps Lock is on.
  await pressAs(page, { key: "?", code: "Minus", shiftKey: true });
  await expect(help(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help(page)).toHaveCount(0);
  await pressAs(page, { key: "/", code: "Digit7", shiftKey: true });
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await pressAs(page, { key: "N", code: "KeyN" });
  await page.waitForURL(/\/memories\/new/);
});

test("every shortcut is listed, and single keys can be turned off", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await expect(rowLinks(page).first()).toBeVisible();
  const { keyboard } = page;
  await keyboard.press("?");
  await expect(help(page)).toBeVisible();
  for (const name of ["New memory", "Next memory", "Undo", "Trash", "Search and commands"]) {
    await expect(help(page).getByText(name, { exact: true })).toBeVisible();
  }
  await expectAccessible(page);
  await look(page, "keyboard-help");

  await help(page).getByRole("switch", { name: "Single-key shortcuts" }).click();
  await keyboard.press("Escape");
  await keyboard.press("n");
  await keyboard.press("?");
  await keyboard.press("g");
  await keyboard.press("s");
  await expect(page).toHaveURL(/\/memories$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "New memory" })).not.toHaveAttribute(
    "aria-keyshortcuts",
  );
  await page.reload();
  await expect(rowLinks(page).first()).toBeVisible();
  await keyboard.press("n");
  await expect(page).toHaveURL(/\/memories$/);

  // Without keys of its own everything is still in the palette.
  await keyboard.press("Control+k");
  await expect(option(page, "New memory")).toBeVisible();
  await keyboard.type("settings");
  await keyboard.press("Enter");
  await page.waitForURL(/\/settings/);
  await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await expectAccessible(page);
  await keyboard.press("n");
  await page.waitForURL(/\/memories\/new/);
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("keys, palette and tags speak the person's language", async ({ page, sandbox }) => {
    await arrive(page, sandbox, "noor");
    await expect(rowLinks(page).first()).toBeVisible();
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Tastenkürzel" });
    await expect(list.getByText("Entf")).toBeVisible();
    await expectGerman(page, "[role=dialog]");
    await look(page, "german-keyboard-help");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("schlag");
    await expect(page.getByRole("option", { name: /^Schlagwörter/ })).toBeVisible();
    await expectGerman(page, "[role=dialog]");
    await look(page, "german-palette");
    await page.keyboard.press("Escape");

    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.waitForURL(/\/tags$/);
    await page.getByRole("button", { name: "Aktionen für travel" }).click();
    await page.getByRole("menuitem", { name: "Umbenennen …" }).click();
    await page.getByRole("combobox", { name: "Neuer Name" }).fill("Reisen");
    await expect(page.getByText("13 Erinnerungen ändern sich.")).toBeVisible();
    await expectGerman(page, "[role=dialog]");
    await look(page, "german-tags-rename");
  });
});
