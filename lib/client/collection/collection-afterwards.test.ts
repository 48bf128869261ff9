import { describe, expect, it, vi } from "vitest";
import { OpenStream, refusal, streamOf } from "@/lib/client/testing/answers";
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
  streams,
  tab,
} from "@/lib/client/testing/collection-scene";
import { settle } from "@/lib/client/testing/environment";

eachWithCollection();

describe("forgetting", () => {
  it("leaves nothing, and nothing on its way comes", async () => {
    const open = new OpenStream();
    says.stream = () => open.response;
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
    says.stream = () => streamOf(c);
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
    says.stream = () => refusal("memoram-unavailable");
    const promise = collection.whenComplete();
    const ended = vi.fn();
    void promise.then(ended);
    await settle();
    expect(ended).not.toHaveBeenCalled();
    says.stream = () => streamOf(a);
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
    says.stream = () => streamOf(a, b);
    await collection.whenComplete({ maxAge: 4_999 });
    expect(ids()).toEqual(["a", "b"]);
  });

  it("ends with the error that nothing will mend, or with its signal", async () => {
    says.stream = () => refusal("access-revoked");
    await expect(collection.whenComplete()).rejects.toMatchObject({ code: "access-revoked" });
    says.stream = () => new Promise(() => {});
    const run = new AbortController();
    const promise = collection.whenComplete({ signal: run.signal });
    run.abort(new Error("enough"));
    await expect(promise).rejects.toThrow("enough");
    const dropped = collection.whenComplete();
    collection.clear();
    await expect(dropped).rejects.toThrow("dropped");
  });
});
