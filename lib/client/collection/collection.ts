import { isAccessProblem } from "@/lib/client/describe-error";
import { isApiError } from "@/lib/client/errors";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";
import type { Environment } from "./environment";
import { fetchFirstPage, firstPagePath } from "./first-page";
import { type Hold, MemoryTable } from "./memory-table";
import { planRetry } from "./retry-plan";
import { type CollectionSnapshot, emptyCollection } from "./snapshot";
import { streamMemories } from "./stream-memories";
import { Throttle } from "./throttle";

/** While memories arrive, whoever shows them is told this often, in milliseconds. */
const FLUSH_MS = 100;

/** Silence of this length is said to be slow, in milliseconds. */
const SLOW_MS = 3_000;

/** Coming back to the tab reads again what is older than this, in milliseconds. */
const STALE_MS = 60_000;

/**
 * Every memory of the person, in the memory of this tab and nowhere else. Read once from
 * `GET /api/memories/stream`, kept true by the person's own writes, read again when the tab is
 * looked at after a while. An external store: `subscribe` and `getSnapshot`.
 */
export class Collection {
  private readonly table = new MemoryTable();
  private readonly listeners = new Set<() => void>();
  private readonly publisher: Throttle;
  private snapshot: CollectionSnapshot = emptyCollection;
  private state: Omit<CollectionSnapshot, "memories" | "loaded" | "total"> = emptyCollection;
  private isChanged = false;
  private isClosed = false;
  private isWatching = false;
  /** The stream under way. */
  private reading: AbortController | null = null;
  /** The list call under way. */
  private looking: AbortController | null = null;
  private readonly looked = new Set<string>();
  private failures = 0;
  private isPassing = false;
  private endedAt = Number.NEGATIVE_INFINITY;
  private cancelRetry: (() => void) | null = null;
  private cancelSlow: (() => void) | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly onSignedOut: (error: unknown) => void,
  ) {
    this.publisher = new Throttle(environment, FLUSH_MS, () => this.publish());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): CollectionSnapshot => this.snapshot;

  /**
   * Begins to read, if nothing is here yet; and for as long as not everything is here, asks for
   * the first page of what `filters` let through, so that hits far down show early. May be called
   * as often as one likes.
   */
  start(filters: MemoryFilters = noFilters): void {
    if (this.isClosed) return;
    this.watch();
    const isLost = this.state.status === "failed" && isLostAccess(this.state.error);
    if (this.state.status === "idle" || isLost) void this.read();
    if (this.state.completedAt === null) void this.look(filters);
  }

  /** Reads everything again, now; what is under way goes on. What is shown stays until it is here. */
  refresh(): void {
    if (this.isClosed || this.reading) return;
    if (this.state.status === "idle") this.start();
    else void this.read();
  }

  /** Forgets everything and begins no more by itself; `start` does. */
  clear(): void {
    this.forget();
    this.set({ ...emptyCollection });
  }

  /** Forgets everything for good: somebody signed out. */
  close(): void {
    this.isClosed = true;
    this.clear();
  }

  /** Somebody else met `error`: lost access or an ended session end what may be shown here too. */
  meet(error: unknown): void {
    if (this.state.status !== "idle" && isLostAccess(error)) this.fail(error);
  }

  /**
   * Resolves once everything is here. Rejects with the error when that cannot come by itself any
   * more, and with the reason of `signal`.
   */
  whenComplete(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const { completedAt, status, retryAt, error } = this.snapshot;
        const isHopeless = status === "failed" && retryAt === null;
        if (completedAt === null && !isHopeless && !signal?.aborted) return;
        unsubscribe();
        signal?.removeEventListener("abort", check);
        if (signal?.aborted) reject(signal.reason);
        else if (completedAt === null) reject(error);
        else resolve();
      };
      const unsubscribe = this.subscribe(check);
      signal?.addEventListener("abort", check);
      check();
    });
  }

  get(id: string): Memory | undefined {
    return this.table.get(id);
  }

  /** Takes what the server answered to writes. With `soon`, whoever shows it may hear 0.1 s later. */
  upsert(memories: readonly Memory[], { soon = false } = {}): void {
    if (!this.isOpen()) return;
    for (const memory of memories) this.table.write(memory);
    this.changed(soon);
  }

  /** Puts a memory in place of its older self. */
  replace(memory: Memory): void {
    this.upsert([memory]);
  }

  /** The server deleted it. */
  erase(id: string, { soon = false } = {}): void {
    if (!this.isOpen()) return;
    this.table.erase(id);
    this.changed(soon);
  }

  /** Shows `memory` before the server has answered, null for a deletion. */
  hold(id: string, memory: Memory | null): Hold {
    const hold = this.table.hold(id, memory);
    this.changed();
    return {
      commit: (answer) => {
        hold.commit(answer);
        this.changed();
      },
      release: () => {
        hold.release();
        this.changed();
      },
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
    if (this.isOpen() && this.table.take(memories, mark)) this.changed();
  }

  /** A read made elsewhere since `mark` found no such memory. */
  miss(id: string, mark: number): void {
    if (this.isOpen() && this.table.miss(id, mark)) this.changed();
  }

  /** Before anything was read there is nothing to keep true: the read brings the writes too. */
  private isOpen(): boolean {
    return this.state.status !== "idle" && !isLostAccess(this.state.error);
  }

  private async read(): Promise<void> {
    this.reading?.abort();
    this.cancelRetry?.();
    const run = new AbortController();
    this.reading = run;
    const isFirst = this.state.completedAt === null;
    const since = this.table.mark();
    const found = new Map<string, Memory>();
    this.set({ status: isFirst ? "loading" : "refreshing", retryAt: null });
    this.hear();
    try {
      await streamMemories({
        ...this.environment,
        signal: run.signal,
        onMemories: (memories) => {
          this.hear();
          for (const memory of memories) found.set(memory.id, this.table.settled(memory));
          if (isFirst && this.table.take(memories, since)) this.changed(true);
        },
      });
      if (run.signal.aborted) return;
      const took = this.table.take(found.values(), since);
      const went = this.table.keepOnly(found, since);
      this.isChanged ||= took || went;
      this.finish();
    } catch (error) {
      if (!run.signal.aborted) this.fail(error);
    }
  }

  private async look(filters: MemoryFilters): Promise<void> {
    const path = firstPagePath(filters);
    if (this.looked.has(path)) return;
    this.looking?.abort();
    const run = new AbortController();
    this.looking = run;
    this.looked.add(path);
    const since = this.table.mark();
    try {
      const page = await fetchFirstPage(path, run.signal, this.environment.fetch);
      if (run.signal.aborted) return;
      if (this.reading) this.hear();
      if (this.table.take(page, since)) this.changed(true);
    } catch (error) {
      this.looked.delete(path);
      // The stream brings the same and says why when it cannot.
      if (!run.signal.aborted) this.meet(error);
    }
  }

  private finish(): void {
    const now = this.environment.now();
    this.reading = null;
    this.looking?.abort();
    this.cancelSlow?.();
    this.failures = 0;
    this.endedAt = now;
    this.set({ status: "complete", error: null, completedAt: now, slow: false, retryAt: null });
  }

  private fail(error: unknown): void {
    const { now, later, random, isVisible } = this.environment;
    const plan = planRetry(error, this.failures, random());
    if (plan.kind === "drop") {
      this.forget();
      this.set({ ...emptyCollection, status: "failed", error });
      if (isApiError(error, "unauthenticated")) this.onSignedOut(error);
      return;
    }
    this.reading = null;
    this.cancelSlow?.();
    this.failures += 1;
    this.endedAt = now();
    this.isPassing = plan.kind === "wait" && plan.passing;
    const retryAt = plan.kind === "wait" ? now() + plan.delay : null;
    if (plan.kind === "wait") {
      // Nobody waits for a tab in the background: it tries when it is looked at.
      this.cancelRetry = later(plan.delay, () => isVisible() && this.read());
    }
    this.set({ status: "failed", error, slow: false, retryAt });
  }

  private forget(): void {
    this.reading?.abort();
    this.looking?.abort();
    this.reading = null;
    this.cancelRetry?.();
    this.cancelSlow?.();
    this.looked.clear();
    this.failures = 0;
    this.endedAt = this.environment.now();
    this.table.clear();
    this.isChanged = true;
  }

  /** Something came: three seconds from now, silence is slow. */
  private hear(): void {
    this.cancelSlow?.();
    this.cancelSlow = this.environment.later(SLOW_MS, () => this.set({ slow: true }));
    if (this.state.slow) this.set({ slow: false });
  }

  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    this.environment.onWake(() => {
      if (this.state.status === "idle" || this.reading) return;
      const dueAt = this.state.retryAt ?? this.endedAt + STALE_MS;
      if (this.environment.now() >= dueAt) void this.read();
    });
    this.environment.onOnline(() => {
      const { status } = this.state;
      if (status === "complete" || (status === "failed" && this.isPassing)) void this.read();
    });
  }

  private changed(soon = false): void {
    this.isChanged = true;
    if (soon) this.publisher.soon();
    else this.publisher.now();
  }

  private set(next: Partial<CollectionSnapshot>): void {
    this.state = { ...this.state, ...next };
    this.publisher.now();
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

const isLostAccess = (error: unknown) =>
  isAccessProblem(error) || isApiError(error, "unauthenticated");
