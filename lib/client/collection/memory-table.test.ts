import { describe, expect, it } from "vitest";
import { memoryOf } from "@/lib/client/testing/memories";
import type { Memory } from "@/lib/contract/memory";
import { MemoryTable } from "./memory-table";

const old = memoryOf({ title: "old" });
const mine = memoryOf({ title: "mine" });
const saved = memoryOf({ title: "saved" });

const titles = (table: MemoryTable) => table.list().map(({ title }) => title);

/** A whole read that found these memories. */
function readAll(table: MemoryTable, memories: Memory[], since = table.mark()): boolean {
  const took = table.take(memories, since);
  return table.keepOnly(new Set(memories.map(({ id }) => id)), since) || took;
}

describe("what was read", () => {
  it("is taken once, whatever the order, and not for news when it says the same", () => {
    const table = new MemoryTable();
    expect(table.take([old, memoryOf({ id: "b" })], table.mark())).toBe(true);
    const [first] = table.list();
    expect(table.take([{ ...old }], table.mark())).toBe(false);
    expect(table.list()[0]).toBe(first);
    expect(table.take([{ ...old, tags: ["x"] }], table.mark())).toBe(true);
    expect(table.list()).toHaveLength(2);
  });

  it("loses against what was written after the read began", () => {
    const table = new MemoryTable();
    const read = table.mark();
    table.write(mine);
    table.take([old], read);
    expect(titles(table)).toEqual(["mine"]);
    table.take([saved], table.mark());
    expect(titles(table)).toEqual(["saved"]);
  });

  it("does not bring back what was deleted after the read began", () => {
    const table = new MemoryTable();
    table.write(old);
    const read = table.mark();
    table.erase("a");
    table.take([old], read);
    expect(table.list()).toEqual([]);
  });

  it("loses against what was asked for later and answered sooner", () => {
    const table = new MemoryTable();
    const slow = table.mark();
    const quick = table.mark();
    table.take([saved], quick);
    table.take([old], slow);
    expect(titles(table)).toEqual(["saved"]);
    expect(table.miss("a", slow)).toBe(false);
    expect(table.miss("a", table.mark())).toBe(true);
    expect(table.list()).toEqual([]);
  });
});

describe("a whole read", () => {
  it("lets go of what it did not find, but for what was written since", () => {
    const table = new MemoryTable();
    table.take([old, memoryOf({ id: "gone" })], table.mark());
    const read = table.mark();
    table.write(memoryOf({ id: "new" }));
    expect(readAll(table, [old], read)).toBe(true);
    expect(table.list().map(({ id }) => id)).toEqual(["a", "new"]);
    expect(readAll(table, [old, memoryOf({ id: "new" })])).toBe(false);
  });

  it("keeps the places of what stays", () => {
    const table = new MemoryTable();
    const ids = (list: Memory[]) => list.map(({ id }) => id);
    table.take(
      ["a", "b", "c"].map((id) => memoryOf({ id })),
      table.mark(),
    );
    readAll(
      table,
      ["d", "c", "a"].map((id) => memoryOf({ id, title: "x" })),
    );
    expect(ids(table.list())).toEqual(["a", "c", "d"]);
  });
});

describe("a change on its way", () => {
  it("shows, and holds once the server said so", () => {
    const table = new MemoryTable();
    table.take([old], table.mark());
    const hold = table.hold("a", mine);
    expect(table.get("a")).toBe(mine);
    hold.commit(saved);
    expect(titles(table)).toEqual(["saved"]);
    hold.release();
    expect(titles(table)).toEqual(["saved"]);
  });

  it("gives way to what the server said last, also to what it said in between", () => {
    const table = new MemoryTable();
    table.take([old], table.mark());
    const hold = table.hold("a", mine);
    readAll(table, [saved]);
    expect(titles(table)).toEqual(["mine"]);
    hold.release();
    expect(titles(table)).toEqual(["saved"]);
  });

  it("hides a deletion at once, for good only when it is one", () => {
    const table = new MemoryTable();
    table.take([old], table.mark());
    const refused = table.hold("a", null);
    expect(table.list()).toEqual([]);
    refused.release();
    expect(titles(table)).toEqual(["old"]);
    const read = table.mark();
    table.hold("a", null).commit(null);
    table.take([old], read);
    expect(table.list()).toEqual([]);
  });

  it("does not undo another one of the same memory", () => {
    const table = new MemoryTable();
    table.take([old], table.mark());
    const first = table.hold("a", mine);
    const second = table.hold("a", memoryOf({ title: "mine again" }));
    first.release();
    expect(titles(table)).toEqual(["mine again"]);
    second.release();
    expect(titles(table)).toEqual(["old"]);
  });

  it("shows a memory that is not here yet", () => {
    const table = new MemoryTable();
    const hold = table.hold("a", mine);
    expect(titles(table)).toEqual(["mine"]);
    hold.release();
    expect(table.list()).toEqual([]);
  });

  it("comes to nothing once everything was forgotten", () => {
    const table = new MemoryTable();
    table.take([old], table.mark());
    const hold = table.hold("a", mine);
    table.clear();
    hold.commit(saved);
    expect(table.list()).toEqual([]);
  });
});
