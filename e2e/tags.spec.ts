import { expect } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, personId } from "./support/people";
import { act, carrying, dialog, names, openTags, rowOf } from "./support/tags";
import { test } from "./support/test";

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

test("three hundred tags", { tag: "@long" }, async ({ page, sandbox }) => {
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

test("counts say when they are not exact yet, and what could not be read", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
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
