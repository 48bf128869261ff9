import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, signIn as signInAs } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";

const field = (page: Page, name: string) => page.getByRole("textbox", { name });

/** Where the first line of text stands, whatever frame lies around it. */
async function textPlace(locator: Locator): Promise<{ x: number; y: number }> {
  return await locator.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const { paddingLeft, paddingTop, borderLeftWidth, borderTopWidth } = getComputedStyle(element);
    return {
      x: left + Number.parseFloat(paddingLeft) + Number.parseFloat(borderLeftWidth),
      y: top + Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth),
    };
  });
}

async function open(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

test("every field is edited where it is read, at the same place and in the same face", async ({
  page,
  sandbox,
}) => {
  test.slow();
  await arrive(page, sandbox, "noor");
  await open(page, "Prefers night trains to short flights");
  const article = page.getByRole("article");
  const read = {
    title: await textPlace(article.getByRole("heading", { level: 1 })),
    summary: await textPlace(article.locator("p").first()),
    content: await textPlace(article.locator("[data-field=content] p").first()),
  };
  const face = (locator: Locator) =>
    locator.evaluate((element) => {
      const { fontFamily, fontSize, lineHeight, fontStyle } = getComputedStyle(element);
      return { fontFamily, fontSize, lineHeight, fontStyle };
    });
  const readFace = await face(article.getByRole("heading", { level: 1 }));
  await expectAccessible(page);
  await look(page, "reading");

  await page.keyboard.press("e");
  await expect(field(page, "Title")).toBeFocused();
  for (const name of ["Title", "Summary", "Content"] as const) {
    const place = await textPlace(field(page, name));
    const before = read[name.toLowerCase() as keyof typeof read];
    expect(Math.abs(place.y - before.y), `${name} moved down`).toBeLessThanOrEqual(2);
    expect(Math.abs(place.x - before.x), `${name} moved sideways`).toBeLessThanOrEqual(2);
  }
  expect(await face(field(page, "Title"))).toEqual(readFace);
  await expectAccessible(page);
  await look(page, "editing");

  await field(page, "Content").fill("**Bold** words");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator("strong", { hasText: "Bold" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "editing-preview");
  await page.getByRole("button", { name: "Preview" }).click();
  await field(page, "Source").press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Prefers night" })).toBeVisible();
  await expect(page.locator("article strong", { hasText: "Bold" })).toBeVisible();
});

test("a double click, a pencil and an empty place begin editing right there", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  // What the list had is replaced by what is read now, and a selection with it.
  const read = page.waitForResponse(/\/api\/memories\/[^/]+$/);
  await open(page, "Prefers night trains to short flights");
  await read;
  // In the middle of its first word, whatever the font.
  const line = page.getByRole("article").getByText("Breakfast on the platform");
  await line.dblclick({ position: { x: 24, y: 12 } });
  await expect(field(page, "Content")).toBeFocused();
  const selected = () =>
    field(page, "Content").evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
  await expect.poll(selected).toBe("Breakfast");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("article")).toBeVisible();

  await page.getByRole("button", { name: "Change the source" }).focus();
  await page.keyboard.press("Enter");
  await expect(field(page, "Source")).toBeFocused();
  await field(page, "Summary").fill("");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("button", { name: "Add a summary" }).click();
  await expect(field(page, "Summary")).toBeFocused();
  await page.keyboard.type("A new one");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("article").getByText("A new one")).toBeVisible();
});

test("what is typed survives a reload, leaving and coming back", async ({ page, sandbox }) => {
  test.slow();
  await arrive(page, sandbox, "wanjiru");
  const title = await openFirst(page);
  await page.keyboard.press("e");
  await field(page, "Title").fill("Half a title");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await page.reload();
  await expect(field(page, "Title")).toHaveValue("Half a title");
  await expect(page.getByText(/Your unsaved words from \d{1,2}:\d\d are back/)).toBeVisible();
  await expectAccessible(page);
  await look(page, "draft-back");

  await page.keyboard.press("Escape");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await look(page, "leave-dialog");
  await dialog.getByRole("button", { name: "Keep the draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByText(/Your unsaved words from \d{1,2}:\d\d wait here/)).toBeVisible();
  await expectAccessible(page);
  await look(page, "draft-waiting");
  await page.getByRole("button", { name: "Go on writing" }).click();
  await expect(field(page, "Title")).toHaveValue("Half a title");
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(field(page, "Title")).toHaveValue(title);
  await expect(page.getByText("Your unsaved words")).toHaveCount(0);
  await page.reload();
  await expect(field(page, "Title")).toHaveValue(title);

  await page.getByRole("button", { name: "New memory" }).first().click();
  await field(page, "Content").fill("Half a thought");
  await page.reload();
  await expect(field(page, "Content")).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article").getByText("Half a thought")).toBeVisible();
  await page.getByRole("button", { name: "New memory" }).first().click();
  await expect(field(page, "Content")).toHaveValue("");
});

test("without a connection a save fails in words, and the words stay", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^console.error Failed to load resource: net::/);
  await arrive(page, sandbox, "wanjiru");
  await openFirst(page);
  await page.keyboard.press("e");
  await field(page, "Title").fill("Typed in a tunnel");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toBeVisible();
  await expect(field(page, "Title")).toHaveValue("Typed in a tunnel");
  await expectAccessible(page);
  await look(page, "save-offline");
  await page.context().setOffline(false);
  await page.reload();
  await expect(field(page, "Title")).toHaveValue("Typed in a tunnel");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Typed in a tunnel" })).toBeVisible();
});

test("a new memory whose answer was lost is one memory, also when it is saved after a reload", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/net::ERR_FAILED/);
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("button", { name: "New memory" }).click();
  await field(page, "Content").fill("Said once");
  // It reaches Memoram; what does not reach the browser is the answer.
  await page.route("**/api/memories", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const headers = { ...route.request().headers(), "sec-fetch-site": "same-origin" };
    expect((await route.fetch({ headers })).status()).toBe(201);
    await route.abort();
  });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toBeVisible();
  await page.unroute("**/api/memories");
  page.once("dialog", (asked) => void asked.accept());
  await page.reload();
  await expect(field(page, "Content")).toHaveValue("Said once");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("article").getByText("Said once")).toBeVisible();
  const wanjiru = (await sandbox.people()).find(({ slug }) => slug === "wanjiru");
  const contents = await Promise.all(
    (await sandbox.blobs(wanjiru?.id ?? "")).map(({ content }) =>
      sandbox.open(wanjiru?.id ?? "", content),
    ),
  );
  expect(contents.filter((content) => content === "Said once")).toHaveLength(1);
  expect(
    await page.evaluate(() =>
      Object.keys(sessionStorage).filter((key) => /draft|attempt/.test(key)),
    ),
  ).toEqual([]);
});

test("an expired session leads through sign-in and back to the words", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^401 /);
  await arrive(page, sandbox, "wanjiru");
  await openFirst(page);
  await page.keyboard.press("e");
  await field(page, "Title").fill("Typed while the session ended");
  await page.context().clearCookies({ name: /session-token/ });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("form").getByText("Your session has ended")).toBeVisible();
  await expectAccessible(page);
  await look(page, "save-signed-out");
  await page.getByRole("button", { name: "Sign in again" }).click();
  await page.waitForURL(/\/signin/);
  await signInAs(page, sandbox, "wanjiru");
  await expect(field(page, "Title")).toHaveValue("Typed while the session ended");
  await expect(page.getByText(/Your unsaved words/)).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Typed while the session ended" }),
  ).toBeVisible();
});

test("nobody finds the draft of somebody else, or one from before signing out", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^401 /);
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("button", { name: "New memory" }).click();
  await field(page, "Content").fill("For my eyes only");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await page.context().clearCookies({ name: /session-token/ });
  await page.goto("/signin");
  await signInAs(page, sandbox, "tomas");
  await allow(sandbox);
  await page.goto("/memories/new");
  await expect(field(page, "Content")).toHaveValue("");
  await field(page, "Content").fill("For nobody after me");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("Signing out wipes it");
  await expect(page.getByRole("button", { name: "Keep the draft" })).toHaveCount(0);
  await page.getByRole("button", { name: "Discard and leave" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await page.evaluate(() => Object.keys(sessionStorage).join())).not.toContain("draft");
});

test("two versions meet field by field, and nothing of either is lost", async ({
  page,
  sandbox,
  watch,
}) => {
  test.slow();
  watch.allow(/^412 PATCH/);
  await arrive(page, sandbox, "noor");
  await open(page, "Prefers night trains to short flights");
  const id = page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "";
  const noor = await personId(sandbox, "noor");
  await page.keyboard.press("e");
  await field(page, "Title").fill("Prefers night trains to any flight");
  await field(page, "Source").fill("by hand");
  await page.getByRole("combobox", { name: "Tags" }).fill("rail");
  await page.keyboard.press("Enter");
  await sandbox.putBlob(noor, {
    id,
    title: "Prefers sleeper trains to short flights",
    summary: "Changed by another tool.",
    tags: ["travel", "preferences", "sleep"],
  });
  await field(page, "Title").press("Control+Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Two versions" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "1 choice left" })).toBeVisible();
  const group = (name: string) => page.getByRole("radiogroup", { name });
  await expect(group("Content")).toHaveCount(0);
  await expect(group("Summary").getByRole("radio", { name: "The newer one" })).toBeChecked();
  await expect(group("Source").getByRole("radio", { name: "Yours" })).toBeChecked();
  await expect(group("Tags").getByRole("radio", { name: "Put together by hand" })).toBeChecked();
  await expect(group("Title").locator("ins", { hasText: "sleeper" })).toBeVisible();
  await expect(group("Title").getByRole("radio", { checked: true })).toHaveCount(0);
  await expectAccessible(page);
  await look(page, "conflict");

  await page.getByRole("button", { name: "Save" }).click();
  await expect(group("Title").getByRole("radio", { name: "Yours" })).toBeFocused();
  expect((await sandbox.getBlob(id))?.title).toBe("Prefers sleeper trains to short flights");
  await group("Title").getByRole("radio", { name: "Put together by hand" }).check();
  const together = group("Title").getByRole("textbox");
  await expect(together).toHaveValue(
    "Prefers night trains to any flight / Prefers sleeper trains to short flights",
  );
  await together.fill("Prefers sleeper trains to any flight");
  await group("Tags").getByRole("button", { name: "Remove the tag preferences" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Everything is chosen" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "conflict-merging");

  await test.step("a reload brings the choices back", async () => {
    await page.reload();
    await expect(group("Title").getByRole("textbox")).toHaveValue(
      "Prefers sleeper trains to any flight",
    );
  });

  await test.step("another change meanwhile keeps everything that was chosen", async () => {
    await sandbox.putBlob(noor, { id, title: "A third title", importance: 0.1 });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("It changed once more after you chose")).toBeVisible();
    await expect(group("Title").getByRole("textbox")).toHaveValue(
      "Prefers sleeper trains to any flight",
    );
    await expect(group("Importance").getByRole("radio", { name: "The newer one" })).toBeChecked();
    await expectAccessible(page);
    await look(page, "conflict-again");
  });

  await page.getByRole("button", { name: "Save" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Prefers sleeper trains to any flight" }),
  ).toBeVisible();
  expect(await sandbox.getBlob(id)).toMatchObject({
    title: "Prefers sleeper trains to any flight",
    summary: "Changed by another tool.",
    source: "by hand",
    importance: 0.1,
    tags: ["travel", "sleep", "rail"],
  });
});

test("a draft of a memory that changed meanwhile opens with both versions", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "wanjiru");
  await openFirst(page);
  const id = page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "";
  await page.keyboard.press("e");
  await field(page, "Title").fill("Mine from before");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  await sandbox.putBlob(await personId(sandbox, "wanjiru"), { id, title: "Theirs since then" });
  await page.reload();
  const group = page.getByRole("radiogroup", { name: "Title" });
  await group.getByRole("radio", { name: "Yours" }).check();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Mine from before" })).toBeVisible();
  expect((await sandbox.getBlob(id))?.title).toBe("Mine from before");
});

test("words for a memory that was deleted meanwhile become another", async ({
  page,
  sandbox,
  watch,
}) => {
  watch.allow(/^404 /);
  await arrive(page, sandbox, "wanjiru");
  await openFirst(page);
  const id = page.url().match(/memories\/([a-z0-9]+)/)?.[1] ?? "";
  await page.keyboard.press("e");
  await field(page, "Title").fill("Outlives its memory");
  await expect(page.getByText("Unsaved, draft kept")).toBeVisible();
  const headers = { "sec-fetch-site": "same-origin" };
  expect((await page.request.delete(`/api/memories/${id}`, { headers })).status()).toBe(204);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").getByText("This memory is not there")).toBeVisible();
  await expectAccessible(page);
  await look(page, "save-gone");

  await page.reload();
  await expect(page.getByText(/Your unsaved words from .* are still here/)).toBeVisible();
  await expectAccessible(page);
  await look(page, "draft-homeless");
  await page.getByRole("button", { name: "Keep as a new memory" }).click();
  await expect(page).toHaveURL(/\/memories\/new/);
  await expect(field(page, "Title")).toHaveValue("Outlives its memory");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Outlives its memory" })).toBeVisible();
});

async function openFirst(page: Page): Promise<string> {
  const row = page.getByRole("main").getByRole("heading", { level: 3 }).first();
  const title = (await row.textContent()) ?? "";
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return title;
}

async function personId(sandbox: RemoteSandbox, slug: string): Promise<string> {
  const person = (await sandbox.people()).find((one) => one.slug === slug);
  if (!person) throw new Error(`No ${slug}.`);
  return person.id;
}

async function allow(sandbox: RemoteSandbox): Promise<void> {
  const pending = (await sandbox.requests()).find(({ status }) => status === "pending");
  if (pending) await sandbox.decide(pending.id, "approved");
}

test("what is typed while a save is under way is neither lost nor taken for saved", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("main").getByRole("heading", { level: 3 }).first().getByRole("link").click();
  await page.getByRole("button", { name: "Edit" }).click();
  const id = /memories\/([a-z0-9]+)/.exec(page.url())?.[1] ?? "";
  await field(page, "Title").fill("Sent at once");
  await sandbox.fail({
    method: "PATCH",
    path: /memory-blobs/,
    fault: { delayMs: 2_500 },
    times: 1,
  });
  await page.getByRole("button", { name: "Save" }).click();
  await field(page, "Summary").fill("Typed while it was on its way");
  await expect(page.getByText("Saved. What you typed since then is not yet.")).toBeVisible();
  await expect(field(page, "Summary")).toHaveValue("Typed while it was on its way");
  expect(await sandbox.getBlob(id)).toMatchObject({ title: "Sent at once" });
  expect((await sandbox.getBlob(id))?.summary).not.toBe("Typed while it was on its way");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sent at once" })).toBeVisible();
  expect(await sandbox.getBlob(id)).toMatchObject({
    title: "Sent at once",
    summary: "Typed while it was on its way",
  });
});

test("what is typed while a new memory is being made goes on with it", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "tomas");
  await page.getByRole("button", { name: "New memory" }).click();
  await field(page, "Content").fill("The beginning.");
  await sandbox.fail({ method: "POST", path: /memory-blobs/, fault: { delayMs: 2_500 }, times: 1 });
  await page.getByRole("button", { name: "Save" }).click();
  await field(page, "Title").fill("Named a moment later");
  await page.waitForURL(/\/memories\/(?!new)[a-z0-9]+\?.*edit/);
  await expect(field(page, "Title")).toHaveValue("Named a moment later");
  await expect(field(page, "Content")).toHaveValue("The beginning.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Named a moment later" })).toBeVisible();
});
