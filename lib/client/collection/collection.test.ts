import { beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, EndedShortError, OfflineError } from "@/lib/client/errors";
import { parseFilters } from "@/lib/client/filters/filter-address";
import {
  json,
  ndjson,
  OpenStream,
  page,
  problemOf,
  refusal,
  streamOf,
} from "@/lib/client/testing/answers";
import { FakeEnvironment, settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import type { Memory } from "@/lib/contract/memory";
import { Collection } from "./collection";

const a = memoryOf({ id: "a", title: "a" });
const b = memoryOf({ id: "b", title: "b" });
const c = memoryOf({ id: "c", title: "c" });
const done = (count: number) => ({ done: true, count });
const filters = (query: string) => parseFilters(new URLSearchParams(query));

let tab: FakeEnvironment;
let signedOut: ReturnType<typeof vi.fn<(error: unknown) => void>>;
let collection: Collection;
/** What the server says next to each kind of call. */
let list: () => Response | Promise<Response>;
let stream: () => Response | Promise<Response>;

beforeEach(() => {
  tab = new FakeEnvironment();
  signedOut = vi.fn();
  collection = new Collection(tab, signedOut);
  list = () => page();
  stream = () => streamOf();
  tab.answer = (path) => (path === "/api/memories/stream" ? stream() : list());
});

const now = () => collection.getSnapshot();
const ids = () => now().memories.map(({ id }) => id);
const streams = () => tab.calls.filter((call) => call.endsWith("/stream")).length;

/** Begins, and lets everything come that was answered at once. */
async function begin(): Promise<void> {
  collection.start();
  await settle();
}

/** A collection in which `memories` are complete. */
async function complete(...memories: Memory[]): Promise<void> {
  stream = () => streamOf(...memories);
  await begin();
  expect(now().status).toBe("complete");
}

describe("reading for the first time", () => {
  it("begins with the first page, and the stream at once behind it", async () => {
    expect(now()).toMatchObject({ status: "idle", loaded: 0, total: null });
    collection.start();
    expect(now()).toMatchObject({ status: "loading", total: null, completedAt: null });
    await settle();
    expect(tab.calls).toEqual(["GET /api/memories", "GET /api/memories/stream"]);
    expect(now()).toMatchObject({ status: "complete", loaded: 0, total: 0, error: null });
    expect(now().completedAt).toBe(tab.now());
  });

  it("shows the page before the stream says a word, and both as one", async () => {
    const open = new OpenStream();
    list = () => page(a, b);
    stream = () => open.response;
    await begin();
    expect(now()).toMatchObject({ status: "loading", loaded: 2, total: null });
    open.send(b, c, done(2));
    await settle();
    // The stream was asked for last: what only the page had is gone since.
    expect(ids()).toEqual(["b", "c"]);
    expect(now()).toMatchObject({ status: "complete", total: 2 });
  });

  it("begins once, however often it is asked to", async () => {
    for (let time = 0; time < 3; time += 1) collection.start();
    await settle();
    collection.start();
    await settle();
    expect(tab.calls).toHaveLength(2);
  });

  it("asks for the first page of other filters while not everything is here", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    list = () => page(a);
    await begin();
    list = () => page(c);
    collection.start(filters("q=night"));
    await settle();
    tab.pass(100);
    expect(tab.calls.at(-1)).toBe("GET /api/memories?q=night");
    expect(ids()).toEqual(["a", "c"]);
    collection.start(filters("q=night&sort=title"));
    expect(tab.calls.filter((call) => call.includes("q=night"))).toHaveLength(1);
    open.send(a, c, done(2));
    await settle();
    collection.start(filters("q=day"));
    expect(tab.calls.at(-1)).toBe("GET /api/memories?q=night");
  });

  it("leaves a search alone when somebody only wants it to begin", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    list = () => page(c);
    collection.start(filters("q=night"));
    collection.start();
    await settle();
    expect(tab.calls.filter((call) => !call.endsWith("/stream"))).toEqual([
      "GET /api/memories?q=night",
    ]);
    expect(ids()).toEqual(["c"]);
  });

  it("gives up an older search for a newer one", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    await begin();
    let answer: (response: Response) => void = () => {};
    list = () => new Promise((resolve) => (answer = resolve));
    collection.start(filters("q=slow"));
    await settle();
    const late = answer;
    list = () => page(c);
    collection.start(filters("q=quick"));
    late(page(a));
    await settle();
    tab.pass(100);
    expect(ids()).toEqual(["c"]);
    list = () => page(b);
    collection.start(filters("q=slow"));
    await settle();
    tab.pass(100);
    expect(ids()).toEqual(["c", "b"]);
  });

  it("tells of new memories at most every 0.1 s, and of the first at once", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    await begin();
    tab.pass(1_000);
    const told = vi.fn();
    collection.subscribe(told);
    open.send(a);
    await settle();
    expect(told).toHaveBeenCalledTimes(1);
    open.send(b);
    await settle();
    open.send(c);
    await settle();
    expect(told).toHaveBeenCalledTimes(1);
    expect(now().loaded).toBe(1);
    tab.pass(100);
    expect(told).toHaveBeenCalledTimes(2);
    expect(now().loaded).toBe(3);
  });

  it("tells of them every 0.25 s once there are a thousand", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    await begin();
    tab.pass(1_000);
    open.send(...Array.from({ length: 1_000 }, (_, at) => memoryOf({ id: `m${at}` })));
    await settle();
    tab.pass(1_000);
    open.send(a);
    await settle();
    open.send(b);
    await settle();
    tab.pass(249);
    expect(now().loaded).toBe(1_001);
    tab.pass(1);
    expect(now().loaded).toBe(1_002);
  });

  it("keeps the same array until a memory changes", async () => {
    await complete(a, b);
    const { memories } = now();
    stream = () => streamOf({ ...a }, { ...b });
    collection.refresh();
    await settle();
    expect(now().memories).toBe(memories);
    collection.replace({ ...a, title: "new" });
    expect(now().memories).not.toBe(memories);
    expect(now().memories[1]).toBe(memories[1]);
  });

  it("is slow after 3 s of silence, and no longer once something comes", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    list = () => new Promise(() => {});
    await begin();
    tab.pass(2_999);
    expect(now().slow).toBe(false);
    tab.pass(1);
    expect(now().slow).toBe(true);
    open.send(a);
    await settle();
    expect(now().slow).toBe(false);
    tab.pass(3_000);
    expect(now().slow).toBe(true);
    open.send(done(1));
    await settle();
    expect(now().slow).toBe(false);
    tab.pass(10_000);
    expect(now().slow).toBe(false);
  });
});

describe("a failure on the way", () => {
  it("keeps what came, and tries again by itself", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    await begin();
    open.send(a);
    await settle();
    open.end();
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 1, total: null });
    expect(now().error).toBeInstanceOf(EndedShortError);
    expect(now().retryAt).toBe(tab.now() + 1_000);
    stream = () => streamOf(b);
    tab.pass(999);
    expect(streams()).toBe(1);
    tab.pass(1);
    expect(now()).toMatchObject({ status: "loading", retryAt: null });
    await settle();
    expect(now()).toMatchObject({ status: "complete", error: null });
    expect(ids()).toEqual(["b"]);
  });

  it("waits longer each time, and begins anew after a success", async () => {
    stream = () => refusal("memoram-unavailable");
    await begin();
    const waits: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      waits.push((now().retryAt ?? 0) - tab.now());
      tab.pass(waits.at(-1) ?? 0);
      await settle();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    stream = () => streamOf(a);
    tab.online();
    await settle();
    stream = () => refusal("memoram-unavailable");
    collection.refresh();
    await settle();
    expect((now().retryAt ?? 0) - tab.now()).toBe(1_000);
    expect(now()).toMatchObject({ status: "failed", loaded: 1, total: 1 });
  });

  it("tries at once when the network is back", async () => {
    stream = () => Promise.reject(new TypeError("no network"));
    list = stream;
    await begin();
    expect(now().error).toBeInstanceOf(OfflineError);
    expect(tab.reports).toContain("silence");
    stream = () => streamOf(a);
    tab.online();
    await settle();
    expect(now().status).toBe("complete");
    tab.pass(60_000);
    expect(streams()).toBe(2);
  });

  it("honours a pause to the second, whatever the network does", async () => {
    stream = () => refusal("memoram-rate-limited", { "retry-after": "7" });
    await begin();
    expect(now().retryAt).toBe(tab.now() + 7_000);
    tab.online();
    tab.wake();
    tab.pass(6_999);
    expect(streams()).toBe(1);
    stream = () => ndjson(`${JSON.stringify(problemOf("memoram-rate-limited"))}\n`);
    tab.pass(1);
    await settle();
    expect(streams()).toBe(2);
    expect(now().retryAt).toBe(tab.now() + 10_000);
  });

  it("does not try by itself what would be answered the same", async () => {
    stream = () => json({ not: "a stream" });
    await begin();
    expect(now()).toMatchObject({ status: "failed", retryAt: null });
    tab.pass(59_000);
    tab.wake();
    tab.online();
    expect(streams()).toBe(1);
    tab.pass(1_000);
    tab.wake();
    expect(streams()).toBe(2);
  });

  it("tries in the background only once somebody looks", async () => {
    stream = () => refusal("internal");
    await begin();
    tab.visible = false;
    tab.pass(60_000);
    expect(streams()).toBe(1);
    tab.visible = true;
    tab.wake();
    expect(streams()).toBe(2);
  });

  it("of the list call alone is no failure", async () => {
    list = () => refusal("memoram-timeout");
    await complete(a);
    expect(now().error).toBeNull();
  });
});

describe("lost access", () => {
  it.each(["access-revoked", "not-connected", "unauthenticated"] as const)(
    "drops everything on %s and keeps the reason",
    async (code) => {
      await complete(a, b);
      stream = () => refusal(code);
      collection.refresh();
      await settle();
      expect(now()).toMatchObject({ status: "failed", loaded: 0, total: null, retryAt: null });
      expect(now().error).toBeInstanceOf(ApiError);
      expect(collection.get("a")).toBeUndefined();
      expect(signedOut).toHaveBeenCalledTimes(code === "unauthenticated" ? 1 : 0);
      collection.upsert([a]);
      expect(now().loaded).toBe(0);
    },
  );

  it("is noticed by the list call, in the middle of a stream, and by whoever meets it elsewhere", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    list = () => refusal("access-revoked");
    await begin();
    open.send(a, done(1));
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 0 });

    list = () => page();
    stream = () => ndjson(`${JSON.stringify(a)}\n${JSON.stringify(problemOf("access-revoked"))}\n`);
    collection.start();
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 0 });

    stream = () => streamOf(a);
    collection.start();
    await settle();
    expect(now()).toMatchObject({ status: "complete", error: null, loaded: 1 });
    collection.meet(new OfflineError(null));
    expect(now().loaded).toBe(1);
    collection.meet(new ApiError(problemOf("access-revoked"), null));
    expect(now()).toMatchObject({ status: "failed", loaded: 0 });
  });

  it("does not show what was on its way when it was lost", async () => {
    await complete(a);
    const hold = collection.hold("a", { ...a, title: "mine" });
    collection.meet(new ApiError(problemOf("access-revoked"), null));
    hold.commit(a);
    expect(now().loaded).toBe(0);
  });
});

describe("reading again", () => {
  it("shows nothing half: what came, changed and went shows at the end", async () => {
    await complete(a, b);
    const open = new OpenStream();
    stream = () => open.response;
    collection.refresh();
    open.send({ ...a, title: "new" }, c);
    await settle();
    tab.pass(100);
    expect(now()).toMatchObject({ status: "refreshing", loaded: 2, total: 2 });
    expect(collection.get("a")?.title).toBe("a");
    open.send(done(2));
    await settle();
    expect(ids()).toEqual(["a", "c"]);
    expect(collection.get("a")?.title).toBe("new");
  });

  it("does not undo what the person did since it began", async () => {
    await complete(a, b);
    const open = new OpenStream();
    stream = () => open.response;
    collection.refresh();
    open.send(a, b);
    await settle();
    collection.replace({ ...a, title: "mine" });
    collection.remove("b").commit();
    collection.upsert([c]);
    open.send(done(2));
    await settle();
    expect(ids()).toEqual(["a", "c"]);
    expect(collection.get("a")?.title).toBe("mine");
  });

  it("does not undo what the person is doing while it ends", async () => {
    await complete(a, b);
    const edit = collection.hold("a", { ...a, title: "mine" });
    const removal = collection.remove("b");
    stream = () => streamOf({ ...a, title: "theirs" }, b);
    collection.refresh();
    await settle();
    expect(ids()).toEqual(["a"]);
    expect(collection.get("a")?.title).toBe("mine");
    edit.release();
    removal.undo();
    expect(collection.get("a")?.title).toBe("theirs");
    expect(ids()).toEqual(["a", "b"]);
  });

  it("keeps everything when it fails", async () => {
    await complete(a, b);
    stream = () => ndjson(`${JSON.stringify(c)}\n`);
    collection.refresh();
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 2, total: 2 });
    expect(now().completedAt).not.toBeNull();
  });

  it("happens when the person comes back after a minute, not sooner", async () => {
    await complete(a);
    tab.pass(59_999);
    tab.wake();
    expect(streams()).toBe(1);
    tab.pass(1);
    tab.wake();
    tab.wake();
    expect(streams()).toBe(2);
    expect(now().status).toBe("refreshing");
  });

  it("happens when the network comes back, and when it is asked for, once at a time", async () => {
    await complete(a);
    tab.online();
    collection.refresh();
    expect(streams()).toBe(2);
    await settle();
    collection.refresh();
    expect(streams()).toBe(3);
  });
});

describe("forgetting", () => {
  it("leaves nothing, and nothing on its way comes", async () => {
    const open = new OpenStream();
    stream = () => open.response;
    await begin();
    open.send(a);
    await settle();
    collection.clear();
    expect(now()).toMatchObject({ status: "idle", loaded: 0, error: null });
    open.send(b, done(2));
    await settle();
    tab.pass(100_000);
    tab.wake();
    tab.online();
    expect(now()).toMatchObject({ status: "idle", loaded: 0, slow: false });
    collection.upsert([a]);
    collection.hold("a", a);
    expect(now().loaded).toBe(0);
    stream = () => streamOf(c);
    await begin();
    expect(ids()).toEqual(["c"]);
  });

  it("for good begins no more", async () => {
    await complete(a);
    collection.close();
    collection.start();
    collection.refresh();
    await settle();
    expect(now()).toMatchObject({ status: "idle", loaded: 0 });
    expect(streams()).toBe(1);
  });
});

describe("what is read elsewhere", () => {
  it("is news, unless something newer is known", async () => {
    await complete(a, b);
    const before = collection.mark();
    collection.replace({ ...a, title: "mine" });
    collection.accept([{ ...a, title: "older" }], before);
    expect(collection.get("a")?.title).toBe("mine");
    collection.accept([{ ...a, title: "newer" }], collection.mark());
    expect(collection.get("a")?.title).toBe("newer");
    collection.miss("a", before);
    expect(ids()).toEqual(["a", "b"]);
    collection.miss("a", collection.mark());
    expect(ids()).toEqual(["b"]);
  });
});

describe("whenComplete", () => {
  it("begins to read, and waits through failures that pass", async () => {
    stream = () => refusal("memoram-unavailable");
    const promise = collection.whenComplete();
    const ended = vi.fn();
    void promise.then(ended);
    await settle();
    expect(ended).not.toHaveBeenCalled();
    stream = () => streamOf(a);
    tab.pass(1_000);
    await promise;
    expect(ids()).toEqual(["a"]);
    await collection.whenComplete();
    expect(streams()).toBe(2);
  });

  it("reads again what is too old", async () => {
    await complete(a);
    tab.pass(5_000);
    await collection.whenComplete({ maxAge: 5_000 });
    expect(streams()).toBe(1);
    stream = () => streamOf(a, b);
    await collection.whenComplete({ maxAge: 4_999 });
    expect(ids()).toEqual(["a", "b"]);
  });

  it("ends with the error that nothing will mend, or with its signal", async () => {
    stream = () => refusal("access-revoked");
    await expect(collection.whenComplete()).rejects.toMatchObject({ code: "access-revoked" });
    stream = () => new Promise(() => {});
    const run = new AbortController();
    const promise = collection.whenComplete({ signal: run.signal });
    run.abort(new Error("enough"));
    await expect(promise).rejects.toThrow("enough");
    const dropped = collection.whenComplete();
    collection.clear();
    await expect(dropped).rejects.toThrow("dropped");
  });
});
