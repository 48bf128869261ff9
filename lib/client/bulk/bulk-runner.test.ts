import { describe, expect, it } from "vitest";
import { refusal } from "@/lib/client/testing/answers";
import {
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
  tag,
} from "@/lib/client/testing/bulk-scene";
import { settle } from "@/lib/client/testing/environment";
import { jobHeader, parseJob } from "@/lib/contract/activity";
import { TooManyTagsError } from "./next-tags";

eachWithRunner();

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
