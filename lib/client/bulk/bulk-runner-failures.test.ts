import { describe, expect, it, vi } from "vitest";
import { ApiError, OfflineError } from "@/lib/client/errors";
import { refusal } from "@/lib/client/testing/answers";
import {
  eachWithRunner,
  fill,
  held,
  ids,
  items,
  job,
  lost,
  run,
  runner,
  server,
  tab,
  tag,
} from "@/lib/client/testing/bulk-scene";
import { settle } from "@/lib/client/testing/environment";

eachWithRunner();

describe("a pause that Memoram asks for", () => {
  it("holds the whole job, and ends by itself", async () => {
    fill(10);
    let asked = 0;
    server.fault = () =>
      asked++ < 2
        ? refusal("memoram-rate-limited", { "retry-after": String(5 * asked) })
        : undefined;
    runner.start(tag, items(10));
    await settle();
    expect(job().state).toBe("paused");
    expect(job().pause).toEqual({ why: "rate-limit", until: tab.now() + 10_000 });
    const before = server.calls.length;
    tab.pass(9_999);
    await settle();
    expect(server.calls).toHaveLength(before);
    tab.pass(1);
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 10, failed: [] });
  });

  it("of unknown length is ten seconds", async () => {
    fill(1);
    server.fault = () => refusal("rate-limited");
    runner.start(tag, items(1));
    await settle();
    expect(job().pause).toEqual({ why: "rate-limit", until: tab.now() + 10_000 });
  });
});

describe("while Memoram is down", () => {
  const down = () => refusal("memoram-unavailable");
  const goOn = async (ms: number) => {
    tab.pass(ms);
    await settle();
  };

  it.each(["memoram-unavailable", "memoram-timeout"] as const)(
    "pauses after three %s in a row, and what failed of it waits in line again",
    async (code) => {
      fill(1_000);
      let isDown = false;
      server.fault = ({ id }) => {
        isDown ||= id === "m500";
        return isDown ? refusal(code) : undefined;
      };
      runner.start(tag, items(1_000));
      await vi.waitFor(() => expect(job().state).toBe("paused"));
      await settle();
      const { done } = job();
      expect(job()).toMatchObject({ failed: [], skipped: 0 });
      expect(job().pause).toEqual({ why: "memoram-down", until: tab.now() + 2_000 });
      server.fault = () => undefined;
      await goOn(1_999);
      expect(job().done).toBe(done);
      tab.pass(1);
      await vi.waitFor(() => expect(job().state).toBe("finished"));
      expect(job()).toMatchObject({ done: 1_000, failed: [], total: 1_000 });
      expect(ids(1_000).every((id) => server.tagsOf(id)?.includes("new"))).toBe(true);
    },
  );

  it("tries one item at a time, another one each time, at longer and longer intervals", async () => {
    fill(20);
    server.fault = down;
    runner.start(tag, items(20));
    await settle();
    const tried: string[] = [];
    for (const ms of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      expect(job()).toMatchObject({ state: "paused", failed: [], done: 0 });
      expect(job().pause).toEqual({ why: "memoram-down", until: tab.now() + ms });
      const before = server.calls.length;
      await goOn(ms);
      tried.push(...server.calls.slice(before));
    }
    expect(tried).toHaveLength(7);
    expect(new Set(tried).size).toBe(7);
    server.fault = () => undefined;
    await goOn(60_000);
    expect(job()).toMatchObject({ state: "finished", done: 20, failed: [] });
    expect(server.mostInFlight).toBe(4);
  });

  it("counts three that fail among others that do not as failed, with their reason", async () => {
    fill(40);
    const bad = ["m3", "m17", "m31"];
    server.fault = ({ id, method }) =>
      method === "PATCH" && bad.includes(id) ? down() : undefined;
    const { failed, done } = await run(tag, 40);
    expect(done).toBe(37);
    expect(failed.map(({ id }) => id)).toEqual(bad);
    expect(failed[0]?.error).toMatchObject({ code: "memoram-unavailable" });
  });

  it("gives up on items with which alone Memoram cannot deal", async () => {
    fill(3);
    server.fault = ({ method }) => (method === "PATCH" ? down() : undefined);
    const { ended } = runner.start(tag, items(3));
    for (let time = 0; time < 20; time += 1) {
      await settle();
      tab.pass(60_000);
    }
    expect(await ended).toMatchObject({ state: "finished", done: 0 });
    expect(
      job()
        .failed.map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids(3));
  });

  it("stays paused for a person, is cancelled at once, and waits for a network that is lost too", async () => {
    fill(10);
    server.fault = down;
    runner.start(tag, items(10));
    await settle();
    runner.pause();
    await goOn(60_000);
    expect(job()).toMatchObject({ state: "paused", pause: { why: "person" } });
    runner.resume();
    await settle();
    expect(job().pause?.why).toBe("memoram-down");
    tab.answer = () => Promise.reject(new TypeError("no network"));
    await goOn(60_000);
    expect(job().pause).toEqual({ why: "offline" });
    tab.answer = server.answer;
    tab.online();
    await settle();
    expect(job()).toMatchObject({ pause: { why: "memoram-down" }, failed: [] });
    runner.cancel();
    expect(job()).toMatchObject({ state: "cancelled", done: 0, skipped: 10 });
    const before = server.calls.length;
    await goOn(600_000);
    expect(server.calls).toHaveLength(before);
  });
});

describe("a lost connection", () => {
  it("pauses the job until there is one again", async () => {
    fill(10);
    tab.answer = () => Promise.reject(new TypeError("no network"));
    runner.start(tag, items(10));
    await settle();
    expect(job()).toMatchObject({
      state: "paused",
      pause: { why: "offline" },
      done: 0,
      failed: [],
    });
    expect(tab.reports).toContain("silence");
    expect(held).toBe(1);
    tab.answer = server.answer;
    tab.online();
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 10 });
    expect(held).toBe(0);
  });

  it("of one item only is that item's failure in the end", async () => {
    fill(3);
    tab.answer = (path, init) =>
      path.endsWith("m0") ? Promise.reject(new TypeError("lost")) : server.answer(path, init);
    runner.start(tag, items(3));
    for (let time = 0; time < 3; time += 1) {
      await settle();
      tab.online();
    }
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 2, failed: [{ id: "m0" }] });
    expect(job().failed[0]?.error).toBeInstanceOf(OfflineError);
  });
});

describe("lost access", () => {
  it.each(["access-revoked", "unauthenticated"] as const)(
    "stops the job on %s with all that is left, and it can go on",
    async (code) => {
      fill(10);
      server.fault = ({ id }) => (id === "m5" ? refusal(code) : undefined);
      runner.start(tag, items(10));
      await settle();
      expect(job()).toMatchObject({ state: "stopped", failed: [], skipped: 0, error: { code } });
      expect(lost[0]).toBeInstanceOf(ApiError);
      expect(held).toBe(1);
      const { done } = job();
      expect(done).toBeLessThan(10);
      server.fault = () => undefined;
      runner.resume();
      await settle();
      expect(job()).toMatchObject({ state: "finished", done: 10, error: null });
    },
  );
});
