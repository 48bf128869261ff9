import { expect, type Locator, type Page } from "@playwright/test";

/** The list of memories; its parent is what scrolls. */
export const listOf = (page: Page): Locator =>
  page.getByRole("main").getByRole("list", { name: "Memories" });

/** Rows that are in the page: those in sight and some around them. */
export const rowsOf = (page: Page): Locator =>
  page.getByRole("main").getByRole("heading", { level: 3 });

/** The memory at the upper edge of the list, and where its row begins from there, in px. */
export async function placeOf(page: Page): Promise<{ id: string; y: number }> {
  return listOf(page).evaluate((list) => {
    const edge = list.parentElement?.getBoundingClientRect().top ?? 0;
    const rows = [...list.querySelectorAll<HTMLElement>("[data-memory]")]
      .map((row) => ({ id: row.dataset.memory ?? "", box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > edge + 1)
      .sort((a, b) => a.box.top - b.box.top);
    const [first] = rows;
    return { id: first?.id ?? "", y: Math.round((first?.box.top ?? 0) - edge) };
  });
}

/** Scrolls the list to `top` px, or by parts of its whole height below 1, and waits until it rests. */
export async function scrollList(page: Page, top: number): Promise<void> {
  await listOf(page).evaluate(async (list, to) => {
    const scroller = list.parentElement;
    if (!scroller) return;
    scroller.scrollTop = to < 1 ? to * scroller.scrollHeight : to;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, top);
  // Rows that had not been measured may move the last few pixels.
  let before = await placeOf(page);
  await expect(async () => {
    const now = await placeOf(page);
    const isStill = now.id === before.id && now.y === before.y;
    before = now;
    expect(isStill).toBe(true);
  }).toPass();
}

/** Expects the list to stand where it stood, to the pixel but for rounding. */
export async function expectPlace(page: Page, place: { id: string; y: number }): Promise<void> {
  await expect
    .poll(async () => {
      const now = await placeOf(page);
      return now.id === place.id && Math.abs(now.y - place.y) <= 1 ? place : now;
    })
    .toEqual(place);
}
