import { expect, type Locator } from "@playwright/test";
import { field, open, openFirst, textPlace } from "./support/editing";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

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
