import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, OfflineError } from "@/lib/client/errors";
import { refusal } from "@/lib/client/testing/answers";
import { FakeEnvironment, settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import { MemoryServer } from "@/lib/client/testing/memory-server";
import { jobHeader, parseJob } from "@/lib/contract/activity";
import { BulkRunner } from "./bulk-runner";
import type { Outcome } from "./change-one";
import type { BulkAction, BulkJob } from "./job";
import { TooManyTagsError } from "./next-tags";

let tab: FakeEnvironment;
let server: MemoryServer;
let runner: BulkRunner;
let outcomes: Map<string, Outcome["kind"]>;
let lost: unknown[];
let held: number;
let ends: string[];

beforeEach(() => {
  tab = new FakeEnvironment();
  server = new MemoryServer();
  tab.answer = server.answer;
  outcomes = new Map();
  lost = [];
  held = 0;
  ends = [];
  runner = new BulkRunner({
    fetch: tab.fetch,
    now: tab.now,
    later: tab.later,
    onOnline: tab.onOnline,
    noteSilence: tab.noteSilence,
    onOutcome: (id, { kind }) => void outcomes.set(id, kind),
    onLost: (error) => void lost.push(error),
    onEnd: ({ kind }) => void ends.push(kind),
    hold: () => {
      held += 1;
      return () => {
        held -= 1;
      };
    },
  });
});

const ids = (count: number) => Array.from({ length: count }, (_, at) => `m${at}`);
const items = (count: number) => ids(count).map((id) => ({ id, title: `Title ${id}` }));
const fill = (count: number) =>
  server.put(...ids(count).map((id) => memoryOf({ id, tags: ["a"] })));
const tag: BulkAction = { kind: "addTags", tags: ["new"] };

function job(): BulkJob {
  const { job: current } = runner.getSnapshot();
  if (!current) throw new Error("There is no job.");
  return current;
}

async function run(action: BulkAction, count: number): Promise<BulkJob> {
  const { ended } = runner.start(action, items(count));
  return await ended;
}

/** A gate that a test opens. */
function close(): () => void {
  let open: () => void = () => {};
  server.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}

describe("changing many memories", () => {
  it("writes each from a fresh read, with its version", async () => {
    fill(10);
    server.change("m3", { tags: ["theirs"] });
    const done = await run(tag, 10);
    expect(done).toMatchObject({ state: "finished", total: 10, done: 10, failed: [], skipped: 0 });
    expect(server.tagsOf("m3")).toEqual(["theirs", "new"]);
    expect(server.calls.slice(0, 4)).toEqual(ids(4).map((id) => `GET /api/memories/${id}`));
    expect(done.changed.toSorted()).toEqual(ids(10).toSorted());
    expect(outcomes.get("m3")).toBe("written");
    expect(ends).toEqual(["addTags"]);
  });

  it("names itself in every change, by one name and also when it goes on, and in no reading", async () => {
    fill(6);
    const names: [string, string | null][] = [];
    let failures = 1;
    server.fault = ({ method, init }) => {
      names.push([method, new Headers(init.headers).get(jobHeader)]);
      if (method !== "PATCH" || failures-- <= 0) return undefined;
      return refusal("internal");
    };
    const first = await run(tag, 6);
    expect(first.failed).toHaveLength(1);
    runner.retryFailed();
    await settle();
    const ofChanges = new Set(
      names.filter(([method]) => method === "PATCH").map(([, name]) => name),
    );
    expect(ofChanges.size).toBe(1);
    const [name] = ofChanges;
    expect(parseJob(name ?? "")?.kind).toBe("add-tags");
    expect(names.filter(([method]) => method === "GET").every(([, other]) => !other)).toBe(true);
    await run({ kind: "delete" }, 1);
    expect(parseJob(names.at(-1)?.[1] ?? "")?.kind).toBe("delete");
    expect(names.at(-1)?.[1]).not.toContain(parseJob(name ?? "")?.id);
  });

  it("keeps four calls in flight, never more", async () => {
    fill(30);
    await run(tag, 30);
    expect(server.mostInFlight).toBe(4);
  });

  it("does not write where there is nothing to change", async () => {
    fill(3);
    server.change("m1", { tags: ["new"] });
    const done = await run(tag, 3);
    expect(done).toMatchObject({ done: 3, unchanged: 1 });
    expect(done.changed.toSorted()).toEqual(["m0", "m2"]);
    expect(server.calls.filter((call) => call.startsWith("PATCH"))).toHaveLength(2);
    expect(outcomes.get("m1")).toBe("unchanged");
  });

  it("reads again when somebody else was faster, and keeps both changes", async () => {
    fill(1);
    let conflicts = 2;
    server.fault = ({ method, id }) => {
      if (method === "PATCH" && conflicts-- > 0)
        server.change(id, { tags: ["a", `x${conflicts}`] });
      return undefined;
    };
    expect(await run(tag, 1)).toMatchObject({ done: 1, failed: [] });
    expect(server.tagsOf("m0")).toEqual(["a", "x0", "new"]);
  });

  it("gives up on a memory that never stands still", async () => {
    fill(2);
    server.fault = ({ method, id }) =>
      method === "PATCH" && id === "m0" ? refusal("edit-conflict") : undefined;
    const { failed, done } = await run(tag, 2);
    expect(done).toBe(1);
    expect(failed).toMatchObject([
      { id: "m0", title: "Title m0", error: { code: "edit-conflict" } },
    ]);
    expect(server.calls.filter((call) => call === "PATCH /api/memories/m0")).toHaveLength(5);
  });

  it("fails the one that would have too many tags", async () => {
    fill(2);
    server.change("m1", { tags: Array.from({ length: 50 }, (_, at) => `t${at}`) });
    const { failed, done } = await run(tag, 2);
    expect(done).toBe(1);
    expect(failed[0]?.error).toBeInstanceOf(TooManyTagsError);
  });

  it("sets the importance, also to none", async () => {
    fill(2);
    server.change("m0", { importance: 0.5 });
    expect(await run({ kind: "setImportance", importance: 0.5 }, 2)).toMatchObject({
      unchanged: 1,
    });
    await run({ kind: "setImportance", importance: null }, 2);
    expect(server.memories.get("m1")?.memory.importance).toBeNull();
  });

  it("counts an item once, however often it is named", async () => {
    fill(1);
    const { ended } = runner.start(tag, [...items(1), ...items(1)]);
    expect(await ended).toMatchObject({ total: 1, done: 1 });
  });

  it("is finished at once with nothing to do", async () => {
    expect(await run(tag, 0)).toMatchObject({ state: "finished", total: 0 });
    expect(held).toBe(0);
  });
});

describe("memories that are gone", () => {
  beforeEach(() => {
    fill(2);
    server.memories.delete("m0");
  });

  it("are deleted already, but not by us: there is nothing of them to undo", async () => {
    expect(await run({ kind: "delete" }, 2)).toMatchObject({ done: 2, unchanged: 1, failed: [] });
    expect(job()).toMatchObject({ changed: ["m1"], kept: ["m1"] });
    expect(outcomes.get("m0")).toBe("gone");
    expect(outcomes.get("m1")).toBe("deleted");
  });

  it("are not ours either when they go between our look and our deletion", async () => {
    server.fault = ({ method, id }) => {
      if (method === "DELETE") server.memories.delete(id);
      return undefined;
    };
    expect(await run({ kind: "delete" }, 2)).toMatchObject({ done: 2, unchanged: 2, kept: [] });
  });

  it("carry no tag that could be removed or renamed", async () => {
    expect(await run({ kind: "removeTags", tags: ["a"] }, 2)).toMatchObject({
      done: 2,
      unchanged: 1,
    });
    expect(await run({ kind: "replaceTags", from: ["a"], to: "b" }, 2)).toMatchObject({ done: 2 });
    expect(outcomes.get("m0")).toBe("gone");
  });

  it("cannot be tagged, and are let go of", async () => {
    expect((await run(tag, 2)).failed).toMatchObject([{ id: "m0", error: { code: "not-found" } }]);
    expect(outcomes.get("m0")).toBe("gone");
  });
});

describe("deleting", () => {
  it("leaves what changed since it was read, says why, and can be tried again", async () => {
    fill(3);
    let isFirst = true;
    server.fault = ({ method, id }) => {
      if (method === "DELETE" && id === "m1" && isFirst) {
        isFirst = false;
        server.change(id, { title: "Newer" });
      }
      return undefined;
    };
    const { failed, kept } = await run({ kind: "delete" }, 3);
    expect(failed).toMatchObject([{ id: "m1", error: { code: "edit-conflict" } }]);
    expect(kept.toSorted()).toEqual(["m0", "m2"]);
    expect(server.memories.get("m1")?.memory.title).toBe("Newer");
    runner.retryFailed();
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 3, failed: [] });
    expect(job().kept.toSorted()).toEqual(["m0", "m1", "m2"]);
  });

  it("can be undone for what the server kept, whatever the setting was before", async () => {
    fill(12);
    server.fault = () => {
      // Another tab turns the trash off on the way.
      if (server.trash.size > 1) server.isTrashOn = false;
      return undefined;
    };
    const { changed, kept } = await run({ kind: "delete" }, 12);
    expect(changed).toHaveLength(12);
    expect(kept.toSorted()).toEqual([...server.trash.keys()].toSorted());
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.length).toBeLessThan(12);
  });
});

describe("the trash", () => {
  it("gives back under new ids what was deleted", async () => {
    fill(3);
    const { changed } = await run({ kind: "delete" }, 3);
    const restored = await runner.start(
      { kind: "restore" },
      changed.map((id) => ({ id, title: null })),
    ).ended;
    expect(restored.newIds).toEqual(new Map(ids(3).map((id) => [id, `${id}-again`])));
    expect(server.trash.size).toBe(0);
    expect(outcomes.get("m0")).toBe("restored");
  });

  it("erases for ever, also what is erased already", async () => {
    server.trash.set("m0", memoryOf({ id: "m0" }));
    expect(await run({ kind: "deleteForEver" }, 2)).toMatchObject({ done: 2, failed: [] });
    expect(server.trash.size).toBe(0);
  });

  it("does not take a restored memory for lost when the answer was", async () => {
    server.trash.set("m0", memoryOf({ id: "m0" }));
    let isFirst = true;
    const { answer } = server;
    tab.answer = async (path, init) => {
      const response = await answer(path, init);
      if (!isFirst) return response;
      isFirst = false;
      throw new TypeError("the answer was lost");
    };
    runner.start({ kind: "restore" }, items(1));
    await settle();
    expect(job()).toMatchObject({ state: "paused", pause: { why: "offline" }, done: 0 });
    tab.online();
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 1, failed: [] });
  });

  it("does take one for lost that was never there", async () => {
    expect(await run({ kind: "restore" }, 1)).toMatchObject({ done: 0, failed: [{ id: "m0" }] });
  });
});

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

describe("what a person does to a job", () => {
  it("pauses it, while the calls under way end, and lets it go on", async () => {
    fill(10);
    const open = close();
    runner.start(tag, items(10));
    await settle();
    runner.pause();
    open();
    await settle();
    tab.pass(100);
    expect(job()).toMatchObject({ state: "paused", pause: { why: "person" }, done: 4 });
    tab.online();
    tab.pass(60_000);
    await settle();
    expect(job().done).toBe(4);
    runner.resume();
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 10 });
  });

  it("cancels it: what was done stays done, the rest is left alone", async () => {
    fill(10);
    const open = close();
    const { ended } = runner.start(tag, items(10));
    await settle();
    runner.cancel();
    expect(job()).toMatchObject({ state: "running", isCancelling: true, done: 0 });
    open();
    expect(await ended).toMatchObject({
      state: "cancelled",
      done: 4,
      skipped: 6,
      isCancelling: false,
    });
    expect(ids(10).filter((id) => server.tagsOf(id)?.includes("new"))).toHaveLength(4);
    runner.resume();
    await settle();
    expect(job().state).toBe("cancelled");
  });

  it("cancels a paused one at once", async () => {
    fill(3);
    server.fault = () => refusal("rate-limited");
    runner.start(tag, items(3));
    await settle();
    runner.cancel();
    expect(job()).toMatchObject({ state: "cancelled", done: 0, skipped: 3 });
    tab.pass(60_000);
    await settle();
    expect(job().state).toBe("cancelled");
  });

  it("tries the failed ones once more, and only those", async () => {
    fill(10);
    server.fault = ({ id }) => (["m2", "m7"].includes(id) ? refusal("memoram-timeout") : undefined);
    runner.start(tag, items(10));
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 8, total: 10 });
    expect(job().failed.map(({ id }) => id)).toEqual(["m2", "m7"]);
    server.fault = () => undefined;
    const before = server.calls.length;
    runner.retryFailed();
    expect(job()).toMatchObject({ state: "running", done: 8, failed: [], total: 10 });
    await settle();
    expect(job()).toMatchObject({ state: "finished", done: 10, failed: [] });
    expect(server.calls.length - before).toBe(4);
    expect(ends).toEqual(["addTags", "addTags"]);
    runner.retryFailed();
    expect(server.calls.length - before).toBe(4);
  });

  it("takes its result off the screen", async () => {
    fill(1);
    await run(tag, 1);
    runner.dismiss();
    expect(runner.getSnapshot()).toEqual({ job: null, waiting: [], left: [] });
  });
});

describe("several jobs", () => {
  it("run one after the other, and a result with failures is not lost", async () => {
    fill(4);
    server.fault = ({ id, method }) =>
      id === "m1" && method === "PATCH" ? refusal("internal") : undefined;
    const open = close();
    const first = runner.start(tag, items(4));
    const second = runner.start({ kind: "delete" }, items(2));
    await settle();
    expect(job().id).toBe(first.id);
    expect(runner.getSnapshot().waiting.map(({ id, state }) => [id, state])).toEqual([
      [second.id, "waiting"],
    ]);
    expect(server.calls.some((call) => call.startsWith("DELETE"))).toBe(false);
    open();
    expect(await second.ended).toMatchObject({ state: "finished", done: 2 });
    expect(job().id).toBe(second.id);
    expect(runner.getSnapshot().left.map(({ id }) => id)).toEqual([first.id]);
    server.put(memoryOf({ id: "m1" }));
    server.fault = () => undefined;
    runner.retryFailed(first.id);
    await settle();
    expect(job()).toMatchObject({ id: first.id, state: "finished", done: 4 });
    expect(runner.getSnapshot().left).toEqual([]);
  });

  it("can be cancelled before their turn", async () => {
    fill(4);
    const open = close();
    const first = runner.start(tag, items(4));
    const second = runner.start({ kind: "delete" }, items(2));
    runner.cancel(second.id);
    expect(await second.ended).toMatchObject({ state: "cancelled", skipped: 2 });
    open();
    expect(await first.ended).toMatchObject({ state: "finished" });
    expect(server.memories.size).toBe(4);
  });

  it("are all dropped at once, unheard", async () => {
    fill(10);
    const open = close();
    const first = runner.start(tag, items(10));
    const second = runner.start({ kind: "delete" }, items(2));
    await settle();
    runner.clear();
    expect(runner.getSnapshot()).toEqual({ job: null, waiting: [], left: [] });
    expect(held).toBe(0);
    expect(await first.ended).toMatchObject({ state: "cancelled", skipped: 10 });
    expect(await second.ended).toMatchObject({ state: "cancelled", skipped: 2 });
    open();
    await settle();
    expect(outcomes.size).toBe(0);
    expect(server.calls).toHaveLength(4);
  });
});

describe("progress", () => {
  it("is told at most every 0.1 s, the end at once", async () => {
    fill(50);
    const told: string[] = [];
    runner.subscribe(() => told.push(`${job().state} ${job().done}`));
    await run(tag, 50);
    expect(told.at(-1)).toBe("finished 50");
    expect(told.length).toBeLessThan(10);
  });
});
