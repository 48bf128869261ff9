import type { Environment } from "./environment";
import type { MemoryTable } from "./memory-table";
import { type CollectionSnapshot, emptyCollection } from "./snapshot";
import { Throttle } from "./throttle";

/** While memories arrive, whoever shows them is told this often, in milliseconds. */
const FLUSH_MS = 100;

/** And this often once there are this many: they fill every screen, and drawing takes its time. */
const LATER_FLUSH_MS = 250;
const MANY = 1_000;

/** What of a snapshot does not follow from the memories. */
export type ReadingState = Omit<CollectionSnapshot, "memories" | "loaded" | "total">;

/** The snapshots of a collection, and who is told of a new one. */
export class PublishedState {
  private readonly listeners = new Set<() => void>();
  private readonly publisher: Throttle;
  private isChanged = false;
  state: ReadingState = emptyCollection;
  snapshot: CollectionSnapshot = emptyCollection;

  constructor(
    environment: Pick<Environment, "now" | "later">,
    private readonly table: Pick<MemoryTable, "list">,
  ) {
    const interval = () => (this.snapshot.loaded < MANY ? FLUSH_MS : LATER_FLUSH_MS);
    this.publisher = new Throttle(environment, interval, () => {
      if (this.isChanged) this.publish();
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Tells another state at once, and with it what changed in the table. */
  set(next: Partial<ReadingState>): void {
    this.state = { ...this.state, ...next };
    this.publish();
  }

  /** The table was emptied: nothing is known any more but `next`. */
  reset(next: Partial<ReadingState>): void {
    this.isChanged = true;
    this.set({ ...emptyCollection, ...next });
  }

  /** The table changed. With `soon` it may be told a moment later, with other changes. */
  changed(soon = false): void {
    this.isChanged = true;
    if (soon) this.publisher.soon();
    else this.publisher.now();
  }

  private publish(): void {
    const { status, error, completedAt, slow, retryAt } = this.state;
    const memories = this.isChanged ? this.table.list() : this.snapshot.memories;
    this.isChanged = false;
    const loaded = memories.length;
    const total = completedAt === null ? null : loaded;
    this.snapshot = { status, error, completedAt, slow, retryAt, memories, loaded, total };
    for (const listener of this.listeners) listener();
  }
}
