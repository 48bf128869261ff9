import { describe, expect, it } from "vitest";
import { refusal } from "@/lib/client/testing/answers";
import {
  close,
  eachWithRunner,
  ends,
  fill,
  held,
  ids,
  items,
  job,
  outcomes,
  run,
  runner,
  server,
  tab,
  tag,
} from "@/lib/client/testing/bulk-scene";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";

eachWithRunner();

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
