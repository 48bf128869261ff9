import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const schemes = ["light", "dark"] as const;
const wcagAA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Runs `check` in light and in dark, with everything that moves at its end. */
async function inBothSchemes(
  page: Page,
  check: (scheme: (typeof schemes)[number]) => Promise<void>,
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
      }
    });
    await check(colorScheme);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/**
 * Expects no violation of WCAG 2.2 AA that axe can find, in light and in dark. Only colours differ
 * between the two, so only they are looked at twice.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await inBothSchemes(page, async (scheme) => {
    // There are no frames here, for which alone the other mode opens a page of its own each time.
    // What passes is only counted: to describe it would take most of the time.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ["violations"] });
    const chosen = scheme === "light" ? axe.withTags(wcagAA) : axe.withRules("color-contrast");
    const { violations } = await chosen.analyze();
    const lines = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = "" }) => {
        const why = failureSummary.replace(/\s+/g, " ");
        return `${id}: ${help}\n  ${target.join(" ")}\n  ${why}`;
      }),
    );
    expect(lines.join("\n"), `${page.url()} in ${scheme}`).toBe("");
  });
}

/**
 * Where `LOOK` is set, keeps pictures of a page in test-results/look, for people to look at: light
 * and dark, as it is and 390 px wide. They take longer than the journey itself, and prove nothing.
 * @param name the file's name without its ending
 */
export async function look(page: Page, name: string): Promise<void> {
  if (!process.env.LOOK) return;
  const wide = page.viewportSize() ?? { width: 1280, height: 860 };
  for (const size of [wide, { width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    await inBothSchemes(page, async (scheme) => {
      const path = `test-results/look/${name}-${size.width}-${scheme}.png`;
      await page.screenshot({ path, animations: "disabled" });
    });
  }
  await page.setViewportSize(wide);
}
