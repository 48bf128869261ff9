import { expect, type Page } from "@playwright/test";
import { rowsOf } from "./support/list";
import { expectAccessible } from "./support/page-checks";
import { arrive } from "./support/people";
import type { RemoteSandbox } from "./support/sandbox";
import { test } from "./support/test";

/** Every page and view of the workspace, each ready once its sign is visible. */
async function tour(
  page: Page,
  sandbox: RemoteSandbox,
  look: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await arrive(page, sandbox, "noor");
  await expect(rowsOf(page).first()).toBeVisible();
  await look(page, "list");
  const href = await rowsOf(page).first().getByRole("link").getAttribute("href");
  const memory = href?.split("?")[0] ?? "";
  const stops = [
    [memory, page.getByRole("button", { name: "Edit" })],
    [`${memory}?edit=1`, page.getByRole("textbox", { name: "Title" })],
    [`${memory}?versions=1`, page.getByText("No earlier versions").first()],
    ["/memories/new", page.getByRole("textbox", { name: "Content" })],
    ["/memories?tags=work&not=travel&importance=0.2&sort=title", rowsOf(page).first()],
    ["/memories?q=nothing-says-this", page.getByRole("button", { name: /Clear/ }).first()],
    ["/tags", page.getByRole("heading", { level: 1, name: "Tags" })],
    ["/trash", page.getByRole("heading", { level: 1, name: "Trash" })],
    ["/activity", page.getByRole("heading", { level: 1, name: "Activity" })],
    ["/connect", page.getByRole("heading", { level: 1 })],
    ["/settings", page.getByRole("heading", { level: 1, name: "Settings" })],
  ] as const;
  for (const [address, sign] of stops) {
    await page.goto(address);
    await expect(sign).toBeVisible();
    await look(page, address);
  }
}

/** What sticks out beyond the side of the page, and would need scrolling to both sides. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe("at 200 % zoom", () => {
  // A window of 1280 × 860 at 200 % has room for this many CSS pixels.
  test.use({ viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 });

  test("everything is there without scrolling sideways", { tag: "@long" }, async ({
    page,
    sandbox,
  }) => {
    test.slow();
    await tour(page, sandbox, async (at, name) => {
      expect(await sideways(at), name).toBe(0);
      await expectAccessible(at);
    });
  });
});

test.describe("in the system's own colours", () => {
  test.use({ forcedColors: "active" });

  test("what is chosen, focused or on can be told without colour", { tag: "@long" }, async ({
    page,
    sandbox,
  }) => {
    await arrive(page, sandbox, "noor");
    await rowsOf(page).first().getByRole("link").click();
    await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
    const current = page.getByRole("main").locator("[aria-current=page]").first();
    const outline = await current.evaluate((element) => {
      const styles = [element, element.closest("li") ?? element].map((one) =>
        getComputedStyle(one),
      );
      return styles.some(({ outlineStyle, outlineWidth, borderStyle }) => {
        const isOutlined = outlineStyle !== "none" && outlineWidth !== "0px";
        return isOutlined || borderStyle.includes("solid");
      });
    });
    expect(outline).toBe(true);
    await page.screenshot({ path: "test-results/look/forced-colors-list.png" });
    await page.goto("/settings");
    await expect(page.getByRole("switch").first()).toBeVisible();
    await page.screenshot({ path: "test-results/look/forced-colors-settings.png" });
    await page.goto("/tags");
    await expect(page.getByRole("heading", { level: 1, name: "Tags" })).toBeVisible();
    await page.screenshot({ path: "test-results/look/forced-colors-tags.png" });
  });
});

test("nothing moves for whoever asked for less motion", async ({ page, sandbox }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await arrive(page, sandbox, "noor");
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .map((animation) => {
          const { effect } = animation;
          const element = effect instanceof KeyframeEffect ? effect.target : null;
          return `${animation.constructor.name} ${element?.outerHTML.slice(0, 120)}`;
        }),
    );
  await rowsOf(page).first().getByRole("link").click();
  expect(await moving()).toEqual([]);
  await page.getByRole("button", { name: "Edit" }).click();
  expect(await moving()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await moving()).toEqual([]);
});

test("every page has one main, one first heading, named navigation, and tells what changes", {
  tag: "@long",
}, async ({ page, sandbox }) => {
  test.slow();
  await tour(page, sandbox, async (at, name) => {
    await expect(at.getByRole("main"), name).toHaveCount(1);
    await expect(at.getByRole("heading", { level: 1 }), name).toHaveCount(1);
    for (const navigation of await at.getByRole("navigation").all()) {
      expect(await navigation.getAttribute("aria-label"), name).toBeTruthy();
    }
    await expect(at).toHaveTitle(/Keepsake/);
    expect(await at.getByRole("status").count(), name).toBeGreaterThan(0);
  });
  // The skip link is the first stop, and leads past the rail.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
