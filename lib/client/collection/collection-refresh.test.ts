import { describe, expect, it } from "vitest";
import { ndjson, OpenStream, streamOf } from "@/lib/client/testing/answers";
import {
  a,
  b,
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

describe("reading again", () => {
  it("shows nothing half: what came, changed and went shows at the end", async () => {
    await complete(a, b);
    const open = new OpenStream();
    says.stream = () => open.response;
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
    says.stream = () => open.response;
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
    says.stream = () => streamOf({ ...a, title: "theirs" }, b);
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
    says.stream = () => ndjson(`${JSON.stringify(c)}\n`);
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
