import { beforeEach, describe, expect, it } from "vitest";
import { type BulkSnapshot, noJobs } from "@/lib/client/bulk/bulk-runner";
import type { BulkAction, BulkItem, BulkJob } from "@/lib/client/bulk/job";
import type { Memory } from "@/lib/contract/memory";
import type { TagOperation } from "@/lib/contract/tag-operation";
import type { TabLocks } from "./tab-locks";
import { planChange, type TagChange } from "./tag-change";
import { TagChanges } from "./tag-changes";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const memory = (id: string, tags: string[]): Memory => ({
  id,
  title: null,
  summary: null,
  content: "text",
  contentState: "decrypted",
  tags,
  tagIds: [],
  importance: null,
  confidence: null,
  source: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
});

function changeOf(action: BulkAction): TagChange {
  if (action.kind === "replaceTags") return action;
  if (action.kind === "removeTags") return { from: action.tags, to: null };
  throw new Error("Another action.");
}

/** What the tabs of a browser share: Memoram's memories, our records, the locks. */
function createWorld() {
  let memories = ["a", "b", "c"].map((id) => memory(id, ["travel"]));
  const records = new Map<string, TagOperation>();
  const held = new Set<string>();
  const waiting = new Set<() => void>();
  const writes: string[] = [];
  let count = 0;
  let endFails = false;

  const locks: TabLocks = {
    async take(name) {
      await settle();
      if (held.has(name)) return null;
      held.add(name);
      return () => {
        held.delete(name);
        for (const tell of [...waiting]) tell();
      };
    },
    isHeld: async (name) => held.has(name),
    whenFree: (name) =>
      new Promise((resolve) => {
        const check = () => {
          if (!held.has(name)) resolve();
        };
        waiting.add(check);
        check();
      }),
  };

  return {
    records,
    writes,
    held,
    memories: () => memories,
    failToEnd: (fails: boolean) => {
      endFails = fails;
    },
    /** A tab with a runner that does what the test says, and when. */
    tab() {
      let snapshot: BulkSnapshot = noJobs;
      const listeners = new Set<() => void>();
      const ends = new Map<string, (job: BulkJob) => void>();
      let started: { items: readonly BulkItem[]; change: TagChange } | null = null;
      let unreadable: Error | null = null;
      const refreshed: string[] = [];
      const show = (job: BulkJob | null, rest: Partial<BulkSnapshot> = {}) => {
        snapshot = { ...noJobs, job, ...rest };
        for (const listener of listeners) listener();
      };
      const job = (values: Partial<BulkJob>): BulkJob => ({
        id: "1",
        action: { kind: "replaceTags", from: [], to: "" },
        state: "running",
        isCancelling: false,
        pause: null,
        total: started?.items.length ?? 0,
        done: 0,
        unchanged: 0,
        failed: [],
        skipped: 0,
        error: null,
        changed: [],
        kept: [],
        newIds: new Map(),
        ...values,
      });
      const changes = new TagChanges({
        runner: {
          start(action, items) {
            started = { items, change: changeOf(action) };
            const ended = new Promise<BulkJob>((resolve) => ends.set("1", resolve));
            show(job({}));
            return { id: "1", ended };
          },
          cancel: (id) => {
            show(job({ id, state: "cancelled", skipped: 1 }));
          },
          subscribe: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
          },
          getSnapshot: () => snapshot,
        },
        collection: {
          whenComplete: async () => {
            if (unreadable) throw unreadable;
          },
          getSnapshot: () => ({ memories }),
          refresh: () => refreshed.push("collection"),
        },
        locks: () => locks,
        operations: {
          begin: async (change) => {
            count += 1;
            const operation = { id: `op${count}`, createdAt: "2026-01-01T00:00:00Z", ...change };
            records.set(operation.id, operation);
            return operation;
          },
          end: async (id) => {
            if (endFails) throw new Error("offline");
            records.delete(id);
          },
          refresh: () => refreshed.push("operations"),
        },
      });
      return {
        changes,
        refreshed,
        show,
        job,
        /** Writes so many of the job's memories. */
        work(number: number) {
          if (!started) throw new Error("Nothing was started.");
          const { change, items } = started;
          const plan = new Map(planChange(memories, change).affected.map((m) => [m.id, m]));
          const ids = items.slice(0, number).map(({ id }) => id);
          writes.push(...ids);
          memories = memories.map((one) =>
            ids.includes(one.id)
              ? { ...one, tags: [...(plan.get(one.id)?.after ?? one.tags)] }
              : one,
          );
        },
        /** The job ends; the runner shows it unless the next one has taken its place. */
        end(values: Partial<BulkJob>, { isShown = true } = {}) {
          const ended = job({ state: "finished", ...values });
          ends.get("1")?.(ended);
          show(isShown ? ended : null);
        },
        makeUnreadable: (error: Error | null) => {
          unreadable = error;
        },
        started: () => started?.items.map(({ id }) => id) ?? [],
      };
    },
  };
}

const rename = { from: ["travel"], to: "journeys" };

describe("TagChanges", () => {
  let world: ReturnType<typeof createWorld>;
  beforeEach(() => {
    world = createWorld();
  });
  const only = (): TagOperation => {
    const [operation] = world.records.values();
    if (!operation) throw new Error("No record.");
    return operation;
  };

  it("is recorded before it begins, and until every memory is changed", async () => {
    const tab = world.tab();
    await tab.changes.begin(rename);
    expect(only()).toMatchObject(rename);
    expect(tab.started()).toEqual(["a", "b", "c"]);
    expect(tab.changes.getSnapshot().get("op1")).toBe("running");
    tab.work(3);
    tab.end({ done: 3 });
    await settle();
    expect(world.records.size).toBe(0);
    expect(world.held.size).toBe(0);
    expect(tab.changes.getSnapshot().size).toBe(0);
  });

  it("is over too when the next job took its place on the screen at once", async () => {
    const tab = world.tab();
    await tab.changes.begin(rename);
    tab.work(3);
    tab.end({ done: 3 }, { isShown: false });
    await settle();
    expect(world.records.size).toBe(0);
  });

  it("goes on after a crash with what is left, and does nothing twice", async () => {
    const before = world.tab();
    await before.changes.begin(rename);
    before.work(2);
    // The tab is gone, and its lock with it; the record is not.
    world.held.clear();
    const after = world.tab();
    await after.changes.sync([only()]);
    expect(after.changes.getSnapshot().size).toBe(0);
    await after.changes.goOn(only());
    expect(after.started()).toEqual(["c"]);
    after.work(1);
    after.end({ done: 1 });
    await settle();
    expect(world.writes).toEqual(["a", "b", "c"]);
    expect(world.memories().every(({ tags }) => tags.join() === "journeys")).toBe(true);
    expect(world.records.size).toBe(0);
  });

  it("is the same for names that are taken off everywhere", async () => {
    const before = world.tab();
    await before.changes.begin({ from: ["travel"], to: null });
    expect(only()).toMatchObject({ from: ["travel"], to: null });
    before.work(2);
    world.held.clear();
    const after = world.tab();
    await after.changes.goOn(only());
    expect(after.started()).toEqual(["c"]);
    after.work(1);
    after.end({ done: 1 });
    await settle();
    expect(world.writes).toEqual(["a", "b", "c"]);
    expect(world.memories().every(({ tags }) => tags.length === 0)).toBe(true);
    expect(world.records.size).toBe(0);
  });

  it("ends by itself what had nothing left to do", async () => {
    const before = world.tab();
    await before.changes.begin(rename);
    before.work(3);
    world.held.clear();
    const after = world.tab();
    await after.changes.settle(only());
    expect(after.started()).toEqual([]);
    expect(world.records.size).toBe(0);
    expect(world.held.size).toBe(0);
  });

  it("is not done by two tabs at once", async () => {
    const [one, other] = [world.tab(), world.tab()];
    await one.changes.begin(rename);
    await other.changes.sync([only()]);
    expect(other.changes.getSnapshot().get("op1")).toBe("elsewhere");
    await other.changes.goOn(only());
    expect(other.started()).toEqual([]);
    one.work(3);
    one.end({ done: 3 });
    await settle();
    expect(other.changes.getSnapshot().size).toBe(0);
    expect(other.refreshed).toEqual(["operations", "collection"]);
  });

  it("finds out when it goes on that another tab was quicker, also by a double click", async () => {
    const [crashed, one, other] = [world.tab(), world.tab(), world.tab()];
    await crashed.changes.begin(rename);
    world.held.clear();
    const both = [one.changes.goOn(only()), one.changes.goOn(only()), other.changes.goOn(only())];
    await Promise.all(both);
    expect([...one.started(), ...other.started()].length).toBe(3);
    expect(one.changes.getSnapshot().get("op1")).toBe("running");
    expect(other.changes.getSnapshot().get("op1")).toBe("elsewhere");
  });

  it("stays open while some have failed, and until they have been retried", async () => {
    const tab = world.tab();
    await tab.changes.begin(rename);
    tab.work(2);
    const failed = [{ id: "c", title: null, error: new Error("503") }];
    tab.end({ done: 2, failed });
    await settle();
    expect(tab.changes.getSnapshot().get("op1")).toBe("failed");
    expect(world.records.size).toBe(1);
    tab.show(null, { waiting: [tab.job({ state: "waiting", done: 2 })] });
    expect(tab.changes.getSnapshot().get("op1")).toBe("running");
    tab.show(tab.job({ state: "finished", done: 3 }));
    await settle();
    expect(world.records.size).toBe(0);
  });

  it("has stopped when its failures were dismissed, or when it was cancelled", async () => {
    const tab = world.tab();
    await tab.changes.begin(rename);
    tab.end({ done: 2, failed: [{ id: "c", title: null, error: null }] });
    tab.show(null);
    await settle();
    expect(tab.changes.getSnapshot().size).toBe(0);
    expect(world.records.size).toBe(1);
    expect(world.held.size).toBe(0);
    await tab.changes.goOn(only());
    tab.end({ state: "cancelled", done: 1, skipped: 2 });
    await settle();
    expect(tab.changes.getSnapshot().size).toBe(0);
    expect(world.records.size).toBe(1);
  });

  it("can be given up, also while it runs", async () => {
    const tab = world.tab();
    await tab.changes.begin(rename);
    await tab.changes.giveUp(only());
    expect(world.records.size).toBe(0);
    expect(world.held.size).toBe(0);
    expect(tab.changes.getSnapshot().size).toBe(0);
  });

  it("lets go when the memories cannot be read, and says so", async () => {
    const tab = world.tab();
    tab.makeUnreadable(new Error("no answer"));
    await expect(tab.changes.begin(rename)).rejects.toThrow("no answer");
    expect(world.held.size).toBe(0);
    expect(tab.changes.getSnapshot().size).toBe(0);
    // What was recorded is found again; it is no reason to do it twice.
    expect(world.records.size).toBe(1);
  });

  it("leaves a record that it could not end to be settled later", async () => {
    const tab = world.tab();
    await tab.changes.begin(rename);
    tab.work(3);
    world.failToEnd(true);
    tab.end({ done: 3 });
    await settle();
    expect(world.records.size).toBe(1);
    expect(tab.changes.getSnapshot().size).toBe(0);
    world.failToEnd(false);
    await tab.changes.settle(only());
    expect(world.records.size).toBe(0);
  });
});
