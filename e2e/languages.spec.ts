import { expect, type Page } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { arrive, signIn } from "./support/people";
import { test } from "./support/test";
import { expectGerman } from "./support/words";

const html = (page: Page) => page.locator("html");
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const germanDate =
  /^\d{1,2}\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}$/;

test.describe("a browser that speaks German", () => {
  test.use({ locale: "de-DE" });

  test("is answered in German, from the landing page to the settings", { tag: "@long" }, async ({
    page,
    sandbox,
    servers,
    watch,
  }) => {
    test.slow();
    await page.goto("/");
    await expect(
      heading(page, "Was sich KI über dich merkt, in deiner eigenen Hand"),
    ).toBeVisible();
    await expect(html(page)).toHaveAttribute("dir", "ltr");
    await expectGerman(page);
    await expectAccessible(page);
    await look(page, "german-landing");

    await test.step("signing in", async () => {
      await page.goto("/signin?error=denied");
      await expect(heading(page, "Du hast Keepsake nicht zugelassen")).toBeVisible();
      await expectGerman(page);
      await look(page, "german-signin");
      watch.allow(/^404 GET .*\/no-such-page$/);
      await page.goto("/no-such-page");
      await expect(heading(page, "Unter dieser Adresse ist nichts")).toBeVisible();
      await expectGerman(page);
      await page.goto("/");
    });

    await test.step("connecting", async () => {
      await signIn(page, sandbox, "noor");
      await expect(heading(page, "Nur deine Freigabe fehlt noch")).toBeVisible();
      await expect(page.getByRole("link", { name: "Memoram-Dashboard öffnen" })).toHaveAttribute(
        "href",
        `${servers.sandbox}/dashboard`,
      );
      await expectGerman(page);
      await look(page, "german-connect");
      const [request] = await sandbox.requests();
      await sandbox.decide(request?.id ?? "", "approved");
      await page.waitForURL(/\/memories$/);
    });

    await test.step("the list", async () => {
      await expect(page.getByRole("link", { name: "Alle Erinnerungen" })).toBeVisible();
      const times = page.getByRole("main").locator("time[title]");
      await expect(times.first()).toHaveAttribute("title", /\d{4} um \d{2}:\d{2}$/);
      for (const text of await times.allTextContents()) {
        expect(text).toMatch(
          /^(?:jetzt|gestern|\d+ (?:Min|Std)\.|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?|\d+\. \p{L}+\.?(?: \d{4})?)$/u,
        );
      }
      await expectGerman(page, "nav");
      await look(page, "german-memories");
    });

    await test.step("the tags", async () => {
      await page.goto("/tags");
      await expect(heading(page, "Schlagwörter")).toBeVisible();
      await expect(page.getByRole("main").locator("bdi", { hasText: "travel" })).toBeVisible();
      await expectGerman(page);
      await look(page, "german-tags");
    });

    await test.step("the settings", async () => {
      await page.getByRole("link", { name: "Einstellungen" }).click();
      await expect(heading(page, "Einstellungen")).toBeVisible();
      await expect(page).toHaveTitle("Einstellungen · Keepsake");
      await expect(page.getByRole("main").locator("time").first()).toHaveText(germanDate);
      await expectGerman(page);
      await expectAccessible(page);
      await look(page, "german-settings");
      await page.getByRole("button", { name: "Trennen" }).click();
      await expect(page.getByRole("alertdialog")).toBeVisible();
      await expectGerman(page);
      await look(page, "german-disconnect");
      await page.getByRole("button", { name: "Verbunden bleiben" }).click();
    });

    await test.step("signing out", async () => {
      await page.getByRole("button", { name: "Abmelden" }).click();
      await page.waitForURL((url) => url.pathname === "/");
      await expectGerman(page);
    });
  });
});

test("a language is chosen in the settings, in place, and stays until it is left to the browser", async ({
  page,
  context,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await page.goto("/settings");
  await expect(html(page)).toHaveAttribute("lang", "en");
  const language = page.getByRole("group", { name: /^(Language|Sprache)$/ });
  await expect(language.getByRole("radio", { name: "As the browser says" })).toBeChecked();

  // Whatever this page holds in memory outlives the change.
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await language.getByRole("radio", { name: "Deutsch" }).check();
  await expect(heading(page, "Einstellungen")).toBeVisible();
  await expect(page).toHaveTitle("Einstellungen · Keepsake");
  await expectGerman(page);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await expect(language.getByRole("radio", { name: "Deutsch" })).toBeFocused();

  await page.reload();
  await expect(heading(page, "Einstellungen")).toBeVisible();
  await expect(language.getByRole("radio", { name: "Deutsch" })).toBeChecked();
  const cookie = (await context.cookies()).find(({ name }) => name === "keepsake-locale");
  expect(cookie).toMatchObject({ value: "de", path: "/", sameSite: "Lax" });
  expect((cookie?.expires ?? 0) - Date.now() / 1_000).toBeGreaterThan(364 * 24 * 3_600);

  await language.getByRole("radio", { name: "Wie der Browser es sagt" }).check();
  await expect(heading(page, "Settings")).toBeVisible();
  await expect(html(page)).toHaveAttribute("lang", "en");
  expect((await context.cookies()).map(({ name }) => name)).not.toContain("keepsake-locale");
  await page.reload();
  await expect(heading(page, "Settings")).toBeVisible();
});

test("who cannot read the landing page finds their language below it", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("button", { name: "Weiter mit Memoram" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Deutsch" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expectGerman(page);
  await page.reload();
  await expectGerman(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("button", { name: "Continue with Memoram" })).toBeVisible();
});

/** Turns the page round, as a language written from right to left would, at both widths. */
async function expectFitsTurnedRound(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
  for (const width of [390, 1_280]) {
    await page.setViewportSize({ width, height: 860 });
    const wider = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll("main, main *, nav, nav *")]
        .filter((element) => {
          const { overflowX } = getComputedStyle(element);
          const scrolls = element === document.documentElement || overflowX === "auto";
          return scrolls && element.scrollWidth > element.clientWidth;
        })
        .map((element) => `${element.tagName} ${element.className}`),
    );
    expect(wider, `${name} at ${width} px`).toEqual([]);
    await page.screenshot({
      path: `test-results/look/turned-${name}-${width}.png`,
      animations: "disabled",
    });
  }
}

test("every page fits when lines run from right to left", { tag: "@long" }, async ({
  page,
  sandbox,
}) => {
  test.slow();
  await page.goto("/");
  await expectFitsTurnedRound(page, "landing");
  await arrive(page, sandbox, "noor");
  const first = page.getByRole("main").getByRole("heading", { level: 3 }).first();
  await expect(first).toBeVisible();
  await expectFitsTurnedRound(page, "memories");
  await first.getByRole("link").click();
  await expect(page.getByRole("main").getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expectFitsTurnedRound(page, "memory");
  await page.goto("/memories/new");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeVisible();
  await expectFitsTurnedRound(page, "new-memory");
  await page.goto("/tags");
  await expect(page.getByRole("heading", { level: 1, name: "Tags" })).toBeVisible();
  await expectFitsTurnedRound(page, "tags");
  await page.goto("/settings");
  await expect(page.getByText("Connected since")).toBeVisible();
  await expectFitsTurnedRound(page, "settings");
  await page.goto("/connect?next=/settings");
  await expectFitsTurnedRound(page, "connect");
});
