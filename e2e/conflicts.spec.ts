import { expect } from "@playwright/test";
import { field, open, openFirst } from "./support/editing";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, personId } from "./support/people";
import { test } from "./support/test";

test("two versions meet field by field, and nothing of either is lost", { tag: "@long" }, async ({
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

test("words for a memory that was deleted meanwhile become another", { tag: "@long" }, async ({
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
