import { describe, expect, it, vi } from "vitest";
import { parseFilters } from "@/lib/client/filters/filter-address";
import { OpenStream, page, streamOf } from "@/lib/client/testing/answers";
import {
  a,
  b,
  begin,
  c,
  collection,
  complete,
  done,
  eachWithCollection,
  ids,
  now,
  says,
  tab,
} from "@/lib/client/testing/collection-scene";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";

eachWithCollection();

const filters = (query: string) => parseFilters(new URLSearchParams(query));

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
    says.list = () => page(a, b);
    says.stream = () => open.response;
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
    says.stream = () => open.response;
    says.list = () => page(a);
    await begin();
    says.list = () => page(c);
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
    says.stream = () => open.response;
    says.list = () => page(c);
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
    says.stream = () => open.response;
    await begin();
    let answer: (response: Response) => void = () => {};
    says.list = () => new Promise((resolve) => (answer = resolve));
    collection.start(filters("q=slow"));
    await settle();
    const late = answer;
    says.list = () => page(c);
    collection.start(filters("q=quick"));
    late(page(a));
    await settle();
    tab.pass(100);
    expect(ids()).toEqual(["c"]);
    says.list = () => page(b);
    collection.start(filters("q=slow"));
    await settle();
    tab.pass(100);
    expect(ids()).toEqual(["c", "b"]);
  });

  it("tells of new memories at most every 0.1 s, and of the first at once", async () => {
    const open = new OpenStream();
    says.stream = () => open.response;
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
    says.stream = () => open.response;
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
    says.stream = () => streamOf({ ...a }, { ...b });
    collection.refresh();
    await settle();
    expect(now().memories).toBe(memories);
    collection.replace({ ...a, title: "new" });
    expect(now().memories).not.toBe(memories);
    expect(now().memories[1]).toBe(memories[1]);
  });

  it("is slow after 3 s of silence, and no longer once something comes", async () => {
    const open = new OpenStream();
    says.stream = () => open.response;
    says.list = () => new Promise(() => {});
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
