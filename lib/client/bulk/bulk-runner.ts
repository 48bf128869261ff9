import { Throttle } from "@/lib/client/collection/throttle";
import type { BulkEnvironment } from "./bulk-environment";
import { BulkRun } from "./bulk-run";
import type { BulkAction, BulkItem, BulkJob } from "./job";

/** Progress is told this often, in milliseconds. */
const PROGRESS_MS = 100;

export type BulkSnapshot = {
  /** The one under way, else the last one that ended. */
  readonly job: BulkJob | null;
  /** Those behind it, in order. */
  readonly waiting: readonly BulkJob[];
  /** Those before it that ended with failures which nobody has retried or dismissed. */
  readonly left: readonly BulkJob[];
};

export const noJobs: BulkSnapshot = { job: null, waiting: [], left: [] };

/**
 * The jobs of this tab, as an external store. One runs at a time; another waits in line, also
 * behind one that is paused or stopped: two at once could write the same memories.
 */
export class BulkRunner {
  private readonly listeners = new Set<() => void>();
  private snapshot = noJobs;
  private current: BulkRun | null = null;
  private waiting: BulkRun[] = [];
  private left: BulkRun[] = [];
  private readonly ended = new Map<string, (job: BulkJob) => void>();
  private release: (() => void) | null = null;
  private count = 0;
  private isListening = false;

  private readonly publisher: Throttle;

  constructor(private readonly environment: BulkEnvironment) {
    this.publisher = new Throttle(
      environment,
      () => PROGRESS_MS,
      () => this.publish(),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly getSnapshot = (): BulkSnapshot => this.snapshot;

  /**
   * Puts a job in line. Doubled items count once. `ended` resolves with the job when it is finished
   * or cancelled for the first time, and never rejects.
   */
  start(action: BulkAction, items: readonly BulkItem[]): { id: string; ended: Promise<BulkJob> } {
    this.listen();
    this.count += 1;
    const id = String(this.count);
    const once = [...new Map(items.map((item) => [item.id, item])).values()];
    const run = new BulkRun(id, action, once, this.environment, ({ soon }) => {
      if (soon) this.publisher.soon();
      else this.follow(run);
    });
    const ended = new Promise<BulkJob>((resolve) => this.ended.set(id, resolve));
    this.waiting.push(run);
    this.advance();
    return { id, ended };
  }

  pause(): void {
    this.current?.pause();
  }

  /** Goes on after a pause of any kind, or after it was stopped. */
  resume(): void {
    this.current?.go();
  }

  /** The job under way, or the one with this id in line. */
  cancel(id = this.current?.id): void {
    const run = [this.current, ...this.waiting].find((other) => other?.id === id);
    run?.cancel();
  }

  /** The failed items of a job that ended (the last one, or the one with this id), once more. */
  retryFailed(id = this.current?.id): void {
    const run = this.takeEnded(id);
    if (!run?.hasFailures) return;
    this.waiting.unshift(run);
    run.retryFailed();
  }

  /** Takes the result of a job that ended off the screen. */
  dismiss(id = this.current?.id): void {
    this.takeEnded(id);
    this.advance();
  }

  /** Drops every job: what is under way ends unheard. */
  clear(): void {
    const runs = [this.current, ...this.waiting].filter((run) => run !== null);
    this.current = null;
    this.waiting = [];
    this.left = [];
    for (const run of runs) {
      run.drop();
      this.tellEnd(run);
    }
    this.publisher.now();
  }

  private follow(run: BulkRun): void {
    if (run.isFinal) {
      this.waiting = this.waiting.filter((other) => other !== run);
      this.environment.onEnd(run.action);
      this.tellEnd(run);
    }
    this.advance();
  }

  private takeEnded(id: string | undefined): BulkRun | null {
    const ended = [this.current, ...this.left].find((run) => run?.isFinal && run.id === id) ?? null;
    if (ended === this.current) this.current = null;
    this.left = this.left.filter((run) => run !== ended);
    return ended;
  }

  private tellEnd(run: BulkRun): void {
    this.ended.get(run.id)?.(run.snapshot());
    this.ended.delete(run.id);
  }

  /** The next job's turn, if nobody has it. */
  private advance(): void {
    const [next] = this.waiting;
    if (next && (!this.current || this.current.isFinal)) {
      this.waiting = this.waiting.slice(1);
      if (this.current?.hasFailures) this.left.push(this.current);
      this.current = next;
      next.go();
    }
    this.publisher.now();
  }

  private publish(): void {
    this.snapshot = {
      job: this.current?.snapshot() ?? null,
      waiting: this.waiting.map((run) => run.snapshot()),
      left: this.left.map((run) => run.snapshot()),
    };
    const isBusy = this.current !== null && !this.current.isFinal;
    if (isBusy) this.release ??= this.environment.hold();
    else {
      this.release?.();
      this.release = null;
    }
    for (const listener of this.listeners) listener();
  }

  private listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    this.environment.onOnline(() => this.current?.wake());
  }
}
