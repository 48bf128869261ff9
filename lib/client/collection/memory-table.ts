import type { Memory } from "@/lib/contract/memory";
import { isSameMemory } from "./same-memory";

/** A change that is shown before it is known to hold. Only the first call of either counts. */
export type Hold = {
  /** It holds: `memory` as the server answered it, null once it is deleted. */
  commit: (memory: Memory | null) => void;
  /** It does not hold: what the server said last is shown again. */
  release: () => void;
};

type Shown = { memory: Memory | null };

/**
 * The memories of one person: what the server said last of each, and over it the changes that are
 * still on their way.
 *
 * Answers overtake each other. What holds is what was asked for last: every read says when it began
 * (`mark`), a write counts from its answer, and an older answer never replaces a newer one.
 */
export class MemoryTable {
  private readonly known = new Map<string, Memory>();
  private readonly held = new Map<string, Shown[]>();
  /** From when the knowledge about an id is, also about one that is gone. */
  private readonly asOf = new Map<string, number>();
  private clock = 0;
  private epoch = 0;

  /** The beginning of a read, for what it will bring. */
  mark(): number {
    this.clock += 1;
    return this.clock;
  }

  /** The memory as it is shown. */
  get(id: string): Memory | undefined {
    const shown = this.held.get(id)?.at(-1);
    return shown ? (shown.memory ?? undefined) : this.known.get(id);
  }

  /** Every memory as it is shown, in the order in which they first came. */
  list(): Memory[] {
    if (this.held.size === 0) return [...this.known.values()];
    const ids = new Set([...this.known.keys(), ...this.held.keys()]);
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  /** Takes what a read begun at `since` brought. Answers whether anything is different now. */
  take(memories: Iterable<Memory>, since: number): boolean {
    let changed = false;
    for (const memory of memories) {
      if (this.isNewer(memory.id, since)) continue;
      const settled = this.settled(memory);
      changed ||= settled !== this.known.get(memory.id);
      this.known.set(memory.id, settled);
      this.asOf.set(memory.id, since);
    }
    return changed;
  }

  /** The memory that is here already where `memory` says nothing new: who compares sees no change. */
  settled(memory: Memory): Memory {
    const known = this.known.get(memory.id);
    return known && isSameMemory(known, memory) ? known : memory;
  }

  /** A read begun at `since` found these and no others. Answers whether anything went. */
  keepOnly(found: { has: (id: string) => boolean }, since: number): boolean {
    let changed = false;
    for (const id of this.known.keys()) {
      if (!found.has(id)) changed = this.miss(id, since) || changed;
    }
    return changed;
  }

  /** A read begun at `since` found that there is no such memory. Answers whether one went. */
  miss(id: string, since: number): boolean {
    if (this.isNewer(id, since)) return false;
    this.asOf.set(id, since);
    return this.known.delete(id);
  }

  /** What the server answered to a write. */
  write(memory: Memory): void {
    this.known.set(memory.id, memory);
    this.asOf.set(memory.id, this.mark());
  }

  /** The server deleted it. */
  erase(id: string): void {
    this.known.delete(id);
    this.asOf.set(id, this.mark());
  }

  /** Shows `memory` (null: nothing) in place of what is known, until it is settled. */
  hold(id: string, memory: Memory | null): Hold {
    const shown: Shown = { memory };
    this.held.set(id, [...(this.held.get(id) ?? []), shown]);
    const { epoch } = this;
    let isOpen = true;
    const settle = (): boolean => {
      if (!isOpen || epoch !== this.epoch) return false;
      isOpen = false;
      const others = (this.held.get(id) ?? []).filter((other) => other !== shown);
      if (others.length > 0) this.held.set(id, others);
      else this.held.delete(id);
      return true;
    };
    return {
      commit: (answer) => {
        if (!settle()) return;
        if (answer === null) this.erase(id);
        else this.write(answer);
      },
      release: () => void settle(),
    };
  }

  /** Forgets everything; changes still on their way end up nowhere. */
  clear(): void {
    this.epoch += 1;
    this.known.clear();
    this.held.clear();
    this.asOf.clear();
  }

  private isNewer(id: string, since: number): boolean {
    return (this.asOf.get(id) ?? 0) > since;
  }
}
