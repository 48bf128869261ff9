import { describe, expect, it } from "vitest";
import { storageLocks } from "./tab-locks";

/** A browser with one storage and one clock; `pass` lets time go by. */
function createBrowser() {
  const entries = new Map<string, string>();
  let clock = 1_000_000;
  let waiting: { at: number; go: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    entries,
    tab: (holder: string) =>
      storageLocks({
        storage: () => ({
          getItem: (key) => entries.get(key) ?? null,
          setItem: (key, value) => entries.set(key, value),
          removeItem: (key) => entries.delete(key),
        }),
        now: () => clock,
        wait: (ms) => new Promise((go) => waiting.push({ at: clock + ms, go })),
        holder,
      }),
    /** Moves the clock on in small steps; `without` tabs that are dead nothing wakes up. */
    async pass(ms: number) {
      const end = clock + ms;
      while (clock < end) {
        clock = Math.min(clock + 25, end);
        const due = waiting.filter(({ at }) => at <= clock);
        waiting = waiting.filter(({ at }) => at > clock);
        for (const { go } of due) go();
        await settle();
      }
    },
    /** Every timer stops, as when the tabs crash. */
    crash() {
      waiting = [];
    },
  };
}

describe("storageLocks", () => {
  it("gives a lock to one tab, and to the next once it is let go", async () => {
    const browser = createBrowser();
    const [one, other] = [browser.tab("one"), browser.tab("other")];
    const taking = one.take("x");
    await browser.pass(100);
    const release = await taking;
    expect(release).not.toBeNull();
    expect(await other.take("x")).toBeNull();
    expect(await other.isHeld("x")).toBe(true);
    await browser.pass(60_000);
    expect(await other.isHeld("x")).toBe(true);
    release?.();
    expect(await other.isHeld("x")).toBe(false);
    const again = other.take("x");
    await browser.pass(100);
    expect(await again).not.toBeNull();
  });

  it("gives it to one of two that ask at the same moment", async () => {
    const browser = createBrowser();
    const both = [browser.tab("one").take("x"), browser.tab("other").take("x")];
    await browser.pass(100);
    const releases = await Promise.all(both);
    expect(releases.filter((release) => release !== null)).toHaveLength(1);
  });

  it("forgets a tab that crashed", async () => {
    const browser = createBrowser();
    const taking = browser.tab("one").take("x");
    await browser.pass(100);
    await taking;
    browser.crash();
    const other = browser.tab("other");
    expect(await other.take("x")).toBeNull();
    const free = other.whenFree("x", new AbortController().signal);
    await browser.pass(10_000);
    await free;
    const again = other.take("x");
    await browser.pass(100);
    expect(await again).not.toBeNull();
  });

  it("stops waiting when told", async () => {
    const browser = createBrowser();
    const taking = browser.tab("one").take("x");
    await browser.pass(100);
    await taking;
    const run = new AbortController();
    const free = browser.tab("other").whenFree("x", run.signal);
    run.abort(new Error("enough"));
    const settled = expect(free).rejects.toThrow("enough");
    await browser.pass(2_000);
    await settled;
  });

  it("lets a tab without storage have its way", async () => {
    const locks = storageLocks({
      storage: () => {
        throw new Error("forbidden");
      },
      now: () => 0,
      wait: (ms) => (ms < 100 ? Promise.resolve() : new Promise(() => undefined)),
      holder: "one",
    });
    expect(await locks.take("x")).not.toBeNull();
    expect(await locks.isHeld("x")).toBe(false);
  });
});
