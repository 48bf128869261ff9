import { type BrowserContext, type BrowserContextOptions, test as base } from "@playwright/test";
import { type RemoteSandbox, remoteSandbox, startOver } from "./sandbox";
import { type Servers, serversOf } from "./servers";
import { createWatch, type Watch } from "./watch";

interface Fixtures {
  /** Addresses of the app and the sandbox. */
  servers: Servers;
  /** The sandbox's control. */
  sandbox: RemoteSandbox;
  /** What goes wrong unseen fails the test; `watch.allow(/…/)` excuses what it does on purpose. */
  watch: Watch;
  /** Another browser, signed in nowhere and watched like the first: for a second person. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
}

/**
 * Playwright's test for the journeys: every one starts with an empty app and a sandbox as seeded,
 * and fails on whatever went wrong in any of its browsers, also where no assertion looked.
 */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from it.
  servers: async ({}, use, { parallelIndex }) => use(serversOf(parallelIndex)),

  baseURL: async ({ servers }, use) => use(servers.app),

  sandbox: async ({ servers }, use) => use(remoteSandbox(servers)),

  watch: [
    async ({ servers }, use, testInfo) => {
      await startOver(servers);
      const watch = createWatch(servers);
      await use(watch);
      const problems = watch.problems();
      if (problems.length > 0 && testInfo.errors.length === 0) {
        throw new Error(`Went wrong unseen:\n${problems.join("\n")}`);
      }
      if (problems.length > 0) console.error(`Went wrong besides:\n${problems.join("\n")}`);
    },
    { auto: true },
  ],

  context: async ({ context, watch }, use) => {
    await watch.add(context);
    await use(context);
  },

  newContext: async ({ browser, baseURL, watch, viewport, locale, timezoneId }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({
        baseURL,
        viewport,
        locale,
        timezoneId,
        ...options,
      });
      await watch.add(context);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});
