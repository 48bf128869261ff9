import { EndedShortError, isApiError, OfflineError } from "@/lib/client/errors";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { isLostAccess } from "@/lib/client/lost-access";
import type { Memory } from "@/lib/contract/memory";
import type { Environment } from "./environment";
import { fetchFirstPage, firstPagePath } from "./first-page";
import type { MemoryTable } from "./memory-table";
import type { PublishedState, ReadingState } from "./published-state";
import { planRetry } from "./retry-plan";
import { streamMemories } from "./stream-memories";

/** Silence of this length is said to be slow, in milliseconds. */
const SLOW_MS = 3_000;

/** Coming back to the tab reads again what is older than this, in milliseconds. */
const STALE_MS = 60_000;

/** Fills a collection from the server: when to read, how often again, and what a failure means. */
export class Reading {
  /** The stream under way. */
  private streaming: AbortController | null = null;
  /** The list call under way. */
  private looking: AbortController | null = null;
  private readonly looked = new Set<string>();
  private failures = 0;
  private isPassing = false;
  private isWatching = false;
  private endedAt = 0;
  private cancelRetry: (() => void) | null = null;
  private cancelSlow: (() => void) | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly table: MemoryTable,
    private readonly published: PublishedState,
    private readonly onSignedOut: (error: unknown) => void,
  ) {}

  /** See `Collection.start`. */
  start(filters: MemoryFilters | null): void {
    this.watch();
    const { status, error, completedAt } = this.published.state;
    const begins = status === "idle" || (status === "failed" && isLostAccess(error));
    if (completedAt === null && (begins || filters)) void this.look(filters ?? noFilters);
    if (begins) void this.read();
  }

  /** Reads everything, unless that is under way. */
  again(): void {
    this.watch();
    if (!this.streaming) void this.read();
  }

  /** Somebody else met `error`: lost access ends what may be shown here too. */
  meet(error: unknown): void {
    if (this.published.state.status !== "idle" && isLostAccess(error)) this.fail(error);
  }

  /** Forgets everything but `next`, and whatever is under way brings nothing any more. */
  forget(next: Partial<ReadingState> = {}): void {
    this.streaming?.abort();
    this.looking?.abort();
    this.streaming = null;
    this.cancelRetry?.();
    this.cancelSlow?.();
    this.looked.clear();
    this.failures = 0;
    this.endedAt = this.environment.now();
    this.table.clear();
    this.published.reset(next);
  }

  private async read(): Promise<void> {
    this.streaming?.abort();
    this.cancelRetry?.();
    const run = new AbortController();
    this.streaming = run;
    const { completedAt, error: before } = this.published.state;
    const isFirst = completedAt === null;
    const since = this.table.mark();
    const found = new Map<string, Memory>();
    this.published.set({
      status: isFirst ? "loading" : "refreshing",
      retryAt: null,
      error: isLostAccess(before) ? null : before,
    });
    this.waitForWord();
    try {
      await streamMemories({
        ...this.environment,
        signal: run.signal,
        onMemories: (memories) => {
          this.hear();
          for (const memory of memories) found.set(memory.id, this.table.settled(memory));
          // A refresh shows nothing before its end: rows would go and come back one by one.
          if (isFirst && this.table.take(memories, since)) this.published.changed(true);
        },
      });
      if (run.signal.aborted) return;
      const took = isFirst ? false : this.table.take(found.values(), since);
      this.finish(this.table.keepOnly(found, since) || took);
    } catch (error) {
      if (run.signal.aborted) return;
      if (found.size === 0 && isSilence(error)) this.environment.noteSilence();
      this.fail(error);
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
      run.signal.throwIfAborted();
      this.hear();
      if (this.table.take(page, since)) this.published.changed(true);
    } catch (error) {
      this.looked.delete(path);
      // The stream brings the same, and says why when it cannot.
      if (!run.signal.aborted) this.meet(error);
    }
  }

  private finish(isChanged: boolean): void {
    const now = this.environment.now();
    this.environment.noteAnswer();
    this.streaming = null;
    this.looking?.abort();
    this.cancelSlow?.();
    this.failures = 0;
    this.endedAt = now;
    if (isChanged) this.published.changed(true);
    this.published.set({
      status: "complete",
      error: null,
      completedAt: now,
      slow: false,
      retryAt: null,
    });
  }

  private fail(error: unknown): void {
    const { now, later, random, isVisible } = this.environment;
    const plan = planRetry(error, this.failures, random());
    if (plan.kind === "drop") {
      this.forget({ status: "failed", error });
      if (isApiError(error, "unauthenticated")) this.onSignedOut(error);
      return;
    }
    this.streaming = null;
    this.cancelSlow?.();
    this.failures += 1;
    this.endedAt = now();
    this.isPassing = plan.kind === "wait" && plan.passing;
    if (plan.kind === "wait") {
      // Nobody waits for a tab in the background: it tries when it is looked at.
      this.cancelRetry = later(plan.delay, () => {
        if (isVisible()) void this.read();
      });
    }
    const retryAt = plan.kind === "wait" ? now() + plan.delay : null;
    this.published.set({ status: "failed", error, slow: false, retryAt });
  }

  /** Something came. */
  private hear(): void {
    this.environment.noteAnswer();
    if (this.streaming) this.waitForWord();
    if (this.published.state.slow) this.published.set({ slow: false });
  }

  /** Three seconds from now, silence is slow. */
  private waitForWord(): void {
    this.cancelSlow?.();
    this.cancelSlow = this.environment.later(SLOW_MS, () => this.published.set({ slow: true }));
  }

  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    this.environment.onWake(() => {
      const { status, retryAt } = this.published.state;
      if (status === "idle" || this.streaming) return;
      if (this.environment.now() >= (retryAt ?? this.endedAt + STALE_MS)) void this.read();
    });
    this.environment.onOnline(() => {
      const { status } = this.published.state;
      if (status === "complete" || (status === "failed" && this.isPassing)) void this.read();
    });
  }
}

/** Nothing at all was answered; a stream that broke off was at least there. */
const isSilence = (error: unknown) =>
  error instanceof OfflineError && !(error instanceof EndedShortError);
