import { expect, type Page } from "@playwright/test";
import { expectPlace, listOf, placeOf, rowsOf, scrollList } from "./support/list";
import { LONG_TASK_MS, watchLongTasks } from "./support/long-tasks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test.setTimeout(180_000);

/** From the top of the list to its end in steps of most of its height, a few frames each. */
async function scrollThrough(page: Page, steps: number): Promise<number> {
  return listOf(page).evaluate(async (list, count) => {
    const scroller = list.parentElement;
    if (!scroller) return 0;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let most = 0;
    for (let step = 0; step <= count; step += 1) {
      scroller.scrollTop = (step / count) * scroller.scrollHeight;
      await frame();
      await frame();
      most = Math.max(most, list.children.length);
    }
    // The end is further down once the last rows are measured.
    scroller.scrollTop = scroller.scrollHeight;
    await frame();
    await frame();
    return most;
  }, steps);
}

test("ten thousand memories: shown at once, counted to the last, scrolled without a long task", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "priya");
  await expect(rowsOf(page).first()).toBeVisible();
  // The first page is there while the stream still runs.
  await expect(page.getByText(/ read, still reading$/)).toBeVisible();
  await expect(page.getByText("10,000 memories")).toBeVisible({ timeout: 90_000 });

  const longTasks = await watchLongTasks(page);
  const most = await scrollThrough(page, 200);
  expect(most).toBeLessThan(60);
  await expect(listOf(page).locator('[aria-posinset="10000"]')).toBeInViewport();
  expect(await longTasks(), "tasks over 50 ms while scrolling").toEqual([]);
  await scrollList(page, 0);
  expect(await longTasks(), "tasks over 50 ms on the way back").toEqual([]);

  await test.step("a memory far down, Back and a reload lead to the same place", async () => {
    await scrollList(page, 0.7);
    const place = await placeOf(page);
    await page.locator(`[data-memory="${place.id}"] + li a`).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goBack();
    await expectPlace(page, place);
    await page.reload();
    await expect(page.getByText("10,000 memories")).toBeVisible({ timeout: 90_000 });
    await expectPlace(page, place);
  });

  await test.step("filters and orders answer at once", async () => {
    const tasks = await watchLongTasks(page);
    const panel = page.getByRole("navigation", { name: "Keepsake" });
    await panel.getByRole("button", { name: /^health: / }).click();
    await expect(page.getByText(/^[\d,]+ of 10,000$/)).toBeVisible();
    await page.getByRole("searchbox", { name: "Search memories" }).fill("running");
    await expect(page.getByText(/^[\d,]+ of 10,000, inside content too$/)).toBeVisible();
    await page.getByRole("button", { name: "Clear all" }).click();
    for (const order of ["Title", "Importance", "Oldest", "Recently changed", "Newest"]) {
      await page.getByRole("button", { name: /^Sort and density/ }).click();
      await page.getByRole("menuitemradio", { name: order }).click();
      await expect(page.getByRole("button", { name: `Sort and density: ${order}` })).toBeVisible();
    }
    expect(Math.max(0, ...(await tasks())), "the longest task").toBeLessThan(4 * LONG_TASK_MS);
  });
});
