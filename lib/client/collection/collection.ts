import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { isLostAccess } from "@/lib/client/lost-access";
import type { Memory } from "@/lib/contract/memory";
import type { Environment } from "./environment";
import { type Hold, MemoryTable } from "./memory-table";
import { PublishedState } from "./published-state";
import { Reading } from "./reading";
import type { CollectionSnapshot } from "./snapshot";

/**
 * Every memory of the person, in the memory of this tab and nowhere else. Read once from
 * `GET /api/memories/stream`, kept true by the person's own writes, read again when the tab is
 * looked at after a while. An external store: `subscribe` and `getSnapshot`.
 */
export class Collection {
  private readonly table = new MemoryTable();
  private readonly published: PublishedState;
  private readonly reading: Reading;
  private isClosed = false;

  /** `onSignedOut` is called with the error of a read that found the session ended. */
  constructor(
    private readonly environment: Environment,
    onSignedOut: (error: unknown) => void,
  ) {
    this.published = new PublishedState(environment, this.table);
    this.reading = new Reading(environment, this.table, this.published, onSignedOut);
  }

  readonly subscribe = (listener: () => void): (() => void) => this.published.subscribe(listener);

  readonly getSnapshot = (): CollectionSnapshot => this.published.snapshot;

  /**
   * Begins to read, if nothing is here yet or access was lost. With `filters`, and for as long as
   * not everything is here, it also asks for the first page of what they let through, so that hits
   * far down show early. May be called as often as one likes.
   */
  start(filters?: MemoryFilters): void {
    if (!this.isClosed) this.reading.start(filters ?? null);
  }

  /** Reads everything again, now; what is under way goes on. What is shown stays until then. */
  refresh(): void {
    if (!this.isClosed) this.reading.again();
  }

  /** Forgets everything; `start` begins anew. */
  clear(): void {
    this.reading.forget();
  }

  /** Forgets everything for good: somebody signed out. */
  close(): void {
    this.isClosed = true;
    this.clear();
  }

  /** Somebody else met `error`: where it means lost access, everything is forgotten here too. */
  meet(error: unknown): void {
    this.reading.meet(error);
  }

  /**
   * Resolves once everything is here; with `maxAge` (milliseconds) it is read again if it is older
   * than that. Rejects with the error when that cannot come by itself any more, and with the reason
   * of `signal`.
   */
  whenComplete({ signal, maxAge }: { signal?: AbortSignal; maxAge?: number } = {}): Promise<void> {
    const since = maxAge === undefined ? 0 : this.environment.now() - maxAge;
    const isComplete = () => (this.getSnapshot().completedAt ?? -1) >= since;
    this.start();
    if (!isComplete()) this.refresh();
    return new Promise((resolve, reject) => {
      const check = () => {
        const { status, retryAt, error } = this.getSnapshot();
        const isHopeless = status === "idle" || (status === "failed" && retryAt === null);
        if (!isComplete() && !isHopeless && !signal?.aborted) return;
        unsubscribe();
        signal?.removeEventListener("abort", check);
        if (signal?.aborted) reject(signal.reason);
        else if (isComplete()) resolve();
        else reject(error ?? new Error("The collection was dropped."));
      };
      const unsubscribe = this.subscribe(check);
      signal?.addEventListener("abort", check);
      check();
    });
  }

  /** The memory as it is shown. */
  get(id: string): Memory | undefined {
    return this.table.get(id);
  }

  /** Takes what the server answered to writes. With `soon`, whoever shows it may hear a moment later. */
  upsert(memories: readonly Memory[], { soon = false } = {}): void {
    if (!this.isOpen()) return;
    for (const memory of memories) this.table.write(memory);
    this.published.changed(soon);
  }

  /** Puts a memory in place of its older self. */
  replace(memory: Memory): void {
    this.upsert([memory]);
  }

  /** The server deleted it. `soon` as for `upsert`. */
  erase(id: string, { soon = false } = {}): void {
    if (!this.isOpen()) return;
    this.table.erase(id);
    this.published.changed(soon);
  }

  /** Shows `memory` before the server has answered; null for a deletion. */
  hold(id: string, memory: Memory | null): Hold {
    if (!this.isOpen()) return this.holdNothing(id);
    const hold = this.table.hold(id, memory);
    this.published.changed();
    return {
      commit: (answer) => {
        hold.commit(answer);
        this.published.changed();
      },
      release: () => {
        hold.release();
        this.published.changed();
      },
    };
  }

  /** With nothing to show a change in, only what the server answers counts. */
  private holdNothing(id: string): Hold {
    return {
      commit: (answer) => (answer ? this.replace(answer) : this.erase(id)),
      release: () => undefined,
    };
  }

  /** Lets go of a memory at once: `undo` brings it back, `commit` once the server has deleted it. */
  remove(id: string): { undo: () => void; commit: () => void } {
    const { commit, release } = this.hold(id, null);
    return { undo: release, commit: () => commit(null) };
  }

  /** The beginning of a read made elsewhere, for `accept` and `miss`. */
  mark(): number {
    return this.table.mark();
  }

  /** Takes memories read elsewhere since `mark`. */
  accept(memories: readonly Memory[], mark: number): void {
    if (this.isOpen() && this.table.take(memories, mark)) this.published.changed();
  }

  /** A read made elsewhere since `mark` found no such memory. */
  miss(id: string, mark: number): void {
    if (this.isOpen() && this.table.miss(id, mark)) this.published.changed();
  }

  /** Before anything is read there is nothing to keep true, and after access was lost nothing may be. */
  private isOpen(): boolean {
    const { status, error } = this.getSnapshot();
    return status !== "idle" && !isLostAccess(error);
  }
}
