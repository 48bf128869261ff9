import type { Collection } from "@/lib/client/collection/collection";
import { createMatcher } from "@/lib/client/filters/matcher";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import { nothingSelected, type SelectionState } from "./selection-state";

type Kept = { read: () => SelectionState; write: (state: SelectionState) => void };

/**
 * What is selected in this tab, as an external store. A memory that is gone is no longer selected;
 * a reload keeps the rest.
 */
export class Selection {
  private readonly listeners = new Set<() => void>();
  private state: SelectionState;
  private matches: (memory: Memory) => boolean;
  /** Where a range begins: what was chosen last. */
  private anchor: string | null = null;
  private seen: readonly Memory[] = [];

  constructor(
    private readonly collection: Collection,
    private readonly kept: Kept,
  ) {
    this.state = kept.read();
    this.matches = matcherOf(this.state);
    collection.subscribe(() => this.prune());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly getSnapshot = (): SelectionState => this.state;

  has(id: string): boolean {
    const { state } = this;
    if (state.kind === "some") return state.ids.has(id);
    return state.also.has(id) || (!state.except.has(id) && this.isMatching(id));
  }

  toggle(id: string): void {
    this.choose([id], !this.has(id));
    this.anchor = id;
  }

  /**
   * What Shift does: everything in `order` (the ids of the list as it is shown) from the memory
   * chosen last to `id` becomes as that one is. Without such a memory, `id` alone.
   */
  range(id: string, order: readonly string[]): void {
    const from = this.anchor === null ? -1 : order.indexOf(this.anchor);
    const to = order.indexOf(id);
    if (from < 0 || to < 0 || this.anchor === null) {
      this.toggle(id);
    } else {
      const ids = order.slice(Math.min(from, to), Math.max(from, to) + 1);
      this.choose(ids, this.has(this.anchor));
    }
  }

  /** These memories and no others: the offer "all that is loaded". */
  selectLoaded(ids: readonly string[]): void {
    this.become({ kind: "some", ids: new Set(ids) });
  }

  /** Whatever matches `filters`, loaded or not, now or when it is asked: the offer "all matching". */
  selectAllMatching(filters: MemoryFilters): void {
    this.become({ kind: "all", filters, except: new Set(), also: new Set() });
  }

  clear(): void {
    this.anchor = null;
    this.become(nothingSelected);
  }

  /**
   * The ids that are selected, in the collection's order, for something to be done to them. Waits
   * until everything is loaded where "all matching" was chosen, and from then on the selection is
   * these memories: what comes later is not meant. Rejects as `Collection.whenComplete` does.
   */
  async resolve(signal?: AbortSignal): Promise<string[]> {
    if (this.state.kind === "all") await this.collection.whenComplete({ signal });
    const { memories } = this.collection.getSnapshot();
    const ids =
      this.state.kind === "some"
        ? [...this.state.ids]
        : memories.map(({ id }) => id).filter((id) => this.has(id));
    this.become({ kind: "some", ids: new Set(ids) });
    return ids;
  }

  private choose(ids: readonly string[], on: boolean): void {
    const { state } = this;
    if (state.kind === "some") {
      const chosen = new Set(state.ids);
      for (const id of ids) put(chosen, id, on);
      this.become({ kind: "some", ids: chosen });
      return;
    }
    const except = new Set(state.except);
    const also = new Set(state.also);
    for (const id of ids) {
      put(also, id, on && !this.isMatching(id));
      put(except, id, !on && this.isMatching(id));
    }
    this.become({ ...state, except, also });
  }

  private isMatching(id: string): boolean {
    const memory = this.collection.get(id);
    return memory !== undefined && this.matches(memory);
  }

  /** Lets go of memories that are gone; until everything is here, nobody knows which are. */
  private prune(): void {
    const { memories, completedAt } = this.collection.getSnapshot();
    if (completedAt === null || memories === this.seen) return;
    this.seen = memories;
    const { state } = this;
    const sets = state.kind === "some" ? [state.ids] : [state.except, state.also];
    const isThere = (id: string) => this.collection.get(id) !== undefined;
    if (sets.every((ids) => [...ids].every(isThere))) return;
    const left = (ids: ReadonlySet<string>) => new Set([...ids].filter(isThere));
    if (state.kind === "some") this.become({ kind: "some", ids: left(state.ids) });
    else this.become({ ...state, except: left(state.except), also: left(state.also) });
  }

  private become(state: SelectionState): void {
    this.state = state;
    this.matches = matcherOf(state);
    this.kept.write(state);
    for (const listener of this.listeners) listener();
  }
}

const matcherOf = (state: SelectionState) =>
  state.kind === "all" ? createMatcher(state.filters) : () => false;

function put(ids: Set<string>, id: string, on: boolean): void {
  if (on) ids.add(id);
  else ids.delete(id);
}
