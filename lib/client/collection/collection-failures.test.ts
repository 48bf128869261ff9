import { describe, expect, it } from "vitest";
import { ApiError, EndedShortError, OfflineError } from "@/lib/client/errors";
import {
  json,
  ndjson,
  OpenStream,
  page,
  problemOf,
  refusal,
  streamOf,
} from "@/lib/client/testing/answers";
import {
  a,
  b,
  begin,
  collection,
  complete,
  done,
  eachWithCollection,
  ids,
  now,
  says,
  signedOut,
  streams,
  tab,
} from "@/lib/client/testing/collection-scene";
import { settle } from "@/lib/client/testing/environment";

eachWithCollection();

describe("a failure on the way", () => {
  it("keeps what came, and tries again by itself", async () => {
    const open = new OpenStream();
    says.stream = () => open.response;
    await begin();
    open.send(a);
    await settle();
    open.end();
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 1, total: null });
    expect(now().error).toBeInstanceOf(EndedShortError);
    expect(now().retryAt).toBe(tab.now() + 1_000);
    says.stream = () => streamOf(b);
    tab.pass(999);
    expect(streams()).toBe(1);
    tab.pass(1);
    expect(now()).toMatchObject({ status: "loading", retryAt: null });
    await settle();
    expect(now()).toMatchObject({ status: "complete", error: null });
    expect(ids()).toEqual(["b"]);
  });

  it("waits longer each time, and begins anew after a success", async () => {
    says.stream = () => refusal("memoram-unavailable");
    await begin();
    const waits: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      waits.push((now().retryAt ?? 0) - tab.now());
      tab.pass(waits.at(-1) ?? 0);
      await settle();
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    says.stream = () => streamOf(a);
    tab.online();
    await settle();
    says.stream = () => refusal("memoram-unavailable");
    collection.refresh();
    await settle();
    expect((now().retryAt ?? 0) - tab.now()).toBe(1_000);
    expect(now()).toMatchObject({ status: "failed", loaded: 1, total: 1 });
  });

  it("tries at once when the network is back", async () => {
    says.stream = () => Promise.reject(new TypeError("no network"));
    says.list = says.stream;
    await begin();
    expect(now().error).toBeInstanceOf(OfflineError);
    expect(tab.reports).toContain("silence");
    says.stream = () => streamOf(a);
    tab.online();
    await settle();
    expect(now().status).toBe("complete");
    tab.pass(60_000);
    expect(streams()).toBe(2);
  });

  it("honours a pause to the second, whatever the network does", async () => {
    says.stream = () => refusal("memoram-rate-limited", { "retry-after": "7" });
    await begin();
    expect(now().retryAt).toBe(tab.now() + 7_000);
    tab.online();
    tab.wake();
    tab.pass(6_999);
    expect(streams()).toBe(1);
    says.stream = () => ndjson(`${JSON.stringify(problemOf("memoram-rate-limited"))}\n`);
    tab.pass(1);
    await settle();
    expect(streams()).toBe(2);
    expect(now().retryAt).toBe(tab.now() + 10_000);
  });

  it("does not try by itself what would be answered the same", async () => {
    says.stream = () => json({ not: "a stream" });
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
    says.stream = () => refusal("internal");
    await begin();
    tab.visible = false;
    tab.pass(60_000);
    expect(streams()).toBe(1);
    tab.visible = true;
    tab.wake();
    expect(streams()).toBe(2);
  });

  it("of the list call alone is no failure", async () => {
    says.list = () => refusal("memoram-timeout");
    await complete(a);
    expect(now().error).toBeNull();
  });
});

describe("lost access", () => {
  it.each(["access-revoked", "not-connected", "unauthenticated"] as const)(
    "drops everything on %s and keeps the reason",
    async (code) => {
      await complete(a, b);
      says.stream = () => refusal(code);
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
    says.stream = () => open.response;
    says.list = () => refusal("access-revoked");
    await begin();
    open.send(a, done(1));
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 0 });

    says.list = () => page();
    says.stream = () =>
      ndjson(`${JSON.stringify(a)}\n${JSON.stringify(problemOf("access-revoked"))}\n`);
    collection.start();
    await settle();
    expect(now()).toMatchObject({ status: "failed", loaded: 0 });

    says.stream = () => streamOf(a);
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
