import { beforeEach, describe, expect, it } from "vitest";
import {
  eachWithRunner,
  fill,
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
