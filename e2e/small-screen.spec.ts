import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/**
 * Everything that can be tapped is at least 44 px high and wide, counting what extends it; `within`:
 * what lies over the rest, which nobody can tap then.
 */
async function expectTappable(page: Page, within = "body") {
  const small = await page.evaluate(async (root) => {
    // What is still sliding in lies over what it only passes.
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    );
    const found: string[] = [];
    const selector = "button, a[href], input:not([type=hidden]), textarea, summary, [role=slider]";
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!element.closest(root)) continue;
      if (!element.checkVisibility({ checkVisibilityCSS: true })) continue;
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.bottom < 0) continue;
      // A link in running text is exempt (WCAG 2.5.8), and what a label or a pseudo-element extends
      // is measured where a thumb would land: 22 px from the middle in each direction.
      if (element.closest("p, article li")) continue;
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const points = [
        [0, -21],
        [0, 21],
        [-21, 0],
        [21, 0],
      ] as const;
      const misses = points.filter(([dx, dy]) => {
        const [x, y] = [middle.x + dx, middle.y + dy];
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
        const hit = document.elementFromPoint(x, y);
        const label = hit?.closest("label");
        return !element.contains(hit) && !label?.contains(element);
      });
      if (misses.length > 0)
        found.push(
          `${element.tagName} ${element.textContent || element.ariaLabel} ${box.width}×${box.height}`,
        );
    }
    scrollTo(0, 0);
    return found;
  }, within);
  expect(small).toEqual([]);
}

test("a thumb does everything at 390 px", { tag: "@long" }, async ({ page, sandbox }) => {
  test.slow();
  await page.goto("/");
  await expectTappable(page);
  await arrive(page, sandbox, "noor");
  await expectTappable(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);

  await page.getByRole("link", { name: "Knee: no running on asphalt" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Knee: no running on asphalt");
  await expectTappable(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: /versions/i }).tap();
  await expect(page.getByText("No earlier versions")).toBeVisible();
  await expectTappable(page);
  await page.getByRole("button", { name: "Back to the memory" }).tap();
  await page.getByRole("button", { name: "Edit" }).tap();
  await expectTappable(page);
  await page.getByRole("textbox", { name: "Summary" }).fill("Trails are fine.");
  await page.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByText("Trails are fine.").filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "1 version" }).tap();
  await expect(page.getByRole("button", { name: "Restore this version" })).toBeVisible();
  await expectTappable(page);
  await page.getByRole("button", { name: "Back to the memory" }).tap();
  await page
    .getByRole("link", { name: /back/i })
    .or(page.getByRole("button", { name: /back/i }))
    .first()
    .tap();
  await expect(page.getByRole("searchbox", { name: "Search memories" })).toBeVisible();

  await page.getByRole("button", { name: "New memory" }).tap();
  await expect(page.getByRole("textbox", { name: "Content" })).toBeVisible();
  await expectTappable(page);
  await page.getByRole("textbox", { name: "Content" }).fill("Typed with a thumb.");
  await page.getByRole("button", { name: "Save" }).tap();
  await expect(page.getByText("Typed with a thumb.").filter({ visible: true })).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).tap();
  await expect(page.getByRole("searchbox", { name: "Search memories" })).toBeVisible();
  await expect(page.getByText("Typed with a thumb.")).toHaveCount(0);
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await expectTappable(page);
  await expect(undo).toHaveCount(0, { timeout: 20_000 });

  await page.getByRole("link", { name: "Settings" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await expectTappable(page);
  await page.getByText("Dark", { exact: true }).tap();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Sign out" }).tap();
  await page.waitForURL((url) => url.pathname === "/");
});

test("many are selected, deleted and brought back with a thumb", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  test.slow();
  await arrive(page, sandbox, "wanjiru");
  await page.getByRole("button", { name: /^Sort and density/ }).tap();
  await page.getByRole("menuitem", { name: "Select memories" }).tap();
  const boxes = page.getByRole("checkbox", { name: /^Select “/ });
  await boxes.nth(0).tap();
  await boxes.nth(1).tap();
  const bar = page.getByRole("region", { name: "Selection" });
  await expect(bar).toContainText("2 selected");
  await expectTappable(page);
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Remove tags" }).tap();
  await expect(page.getByRole("dialog")).toContainText("Remove tags from 2 memories");
  await expectTappable(page, "[role=dialog]");
  await page.keyboard.press("Escape");
  await bar.getByRole("button", { name: "Delete" }).tap();
  const panel = page.getByRole("region", { name: "Changes to many memories" });
  await expect(panel.getByText("2 done", { exact: true })).toBeVisible();
  await expectTappable(page);
  await panel.getByRole("link", { name: "Open the trash" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
  await panel.getByRole("button", { name: "Dismiss" }).tap();
  await page.getByRole("checkbox", { name: "Select all loaded" }).tap();
  await expectTappable(page);
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  const selection = page.getByRole("group", { name: "Selection" });
  await selection.getByRole("button", { name: "Restore" }).tap();
  await expect(panel.getByText("2 done", { exact: true })).toBeVisible();
  await expect(page.getByText("The trash is empty")).toBeVisible();
});
