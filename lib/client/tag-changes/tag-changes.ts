import type { BulkSnapshot } from "@/lib/client/bulk/bulk-runner";
import type { BulkAction, BulkItem, BulkJob } from "@/lib/client/bulk/job";
import type { Memory } from "@/lib/contract/memory";
import type { CreateTagOperation, TagOperation } from "@/lib/contract/tag-operation";
import type { TabLocks } from "./tab-locks";
import { actionOf, planChange } from "./tag-change";

/**
 * `running`: a job of this tab is at it, or waits for its turn. `failed`: that job has ended and
 * could not change some; it can still be asked to retry them. `elsewhere`: another tab is at it.
 */
export type ChangeState = "running" | "failed" | "elsewhere";

/** What is known of the open changes, by id; one that is missing has stopped. */
export type ChangeStates = ReadonlyMap<string, ChangeState>;

export type TagChangesEnvironment = {
  runner: {
    start: (
      action: BulkAction,
      items: readonly BulkItem[],
    ) => { id: string; ended: Promise<BulkJob> };
    cancel: (id: string) => void;
    subscribe: (listener: () => void) => () => void;
    getSnapshot: () => BulkSnapshot;
  };
  collection: {
    whenComplete: (options: { maxAge: number }) => Promise<void>;
    getSnapshot: () => { memories: readonly Memory[] };
    refresh: () => void;
  };
  locks: () => TabLocks;
  /** Our API's record of what was begun. `end` counts one that is gone as ended. */
  operations: {
    begin: (change: CreateTagOperation) => Promise<TagOperation>;
    end: (id: string) => Promise<void>;
    refresh: () => void;
  };
};

type Ours = {
  jobId: string | null;
  /** The job as it was seen last. */
  job: BulkJob | null;
  /** It has ended for the first time. */
  hasEnded: boolean;
  release: () => void;
};

const nobody: Ours = { jobId: null, job: null, hasEnded: false, release: () => undefined };

/** What other tabs and tools did before that is seen before a change begins, in milliseconds. */
const MAX_AGE_MS = 60_000;

const lockOf = ({ id }: TagOperation) => `keepsake-tag-operation:${id}`;

/**
 * The renames, merges and removals of a tab. Each is recorded before it begins and until every memory is
 * changed, so that another load can go on with it: what is left to do is read off the memories
 * themselves. A lock for each keeps two tabs from doing the same at once.
 */
export class TagChanges {
  private readonly listeners = new Set<() => void>();
  private readonly ours = new Map<string, Ours>();
  private readonly elsewhere = new Map<string, AbortController>();
  private states: ChangeStates = new Map();
  private isFollowing = false;

  constructor(private readonly environment: TagChangesEnvironment) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly getSnapshot = (): ChangeStates => this.states;

  /** Records a change, then does it. Rejects when it could not be recorded: nothing was begun. */
  async begin(change: CreateTagOperation): Promise<void> {
    const { operations } = this.environment;
    const operation = await operations.begin(change);
    try {
      await this.goOn(operation);
    } finally {
      operations.refresh();
    }
  }

  /**
   * Does what is left of a recorded change, unless another tab is at it. Resolves once the job is
   * in line. Rejects when the memories cannot be read.
   */
  async goOn(operation: TagOperation): Promise<void> {
    if (!(await this.take(operation))) return;
    try {
      await this.environment.collection.whenComplete({ maxAge: MAX_AGE_MS });
    } catch (error) {
      this.letGo(operation.id);
      throw error;
    }
    const items = this.itemsOf(operation);
    if (items.length === 0) {
      await this.finish(operation.id);
      return;
    }
    if (!this.ours.has(operation.id)) return;
    this.follow();
    const job = this.environment.runner.start(actionOf(operation), items);
    const own = this.ours.get(operation.id);
    if (own) this.set(operation.id, { ...own, jobId: job.id });
    // One that ends well makes room for the next at once: the runner may never show its end.
    void job.ended.then((ended) => {
      const now = this.ours.get(operation.id);
      if (now?.jobId !== ended.id) return;
      this.set(operation.id, { ...now, hasEnded: true });
      this.meet(operation.id, ended);
      this.look();
    });
  }

  /** Leaves the memories as they are now and forgets the change. */
  async giveUp({ id }: TagOperation): Promise<void> {
    const jobId = this.ours.get(id)?.jobId ?? null;
    if (jobId !== null) this.environment.runner.cancel(jobId);
    await this.environment.operations.end(id);
    this.letGo(id);
  }

  /** Finds out which of the recorded changes another tab is at. */
  async sync(operations: readonly TagOperation[]): Promise<void> {
    for (const operation of operations) {
      if (this.ours.has(operation.id) || this.elsewhere.has(operation.id)) continue;
      if (await this.environment.locks().isHeld(lockOf(operation))) this.watch(operation);
    }
  }

  /** Ends a change that has nothing left to do, as after a crash at the very end. */
  async settle(operation: TagOperation): Promise<void> {
    if (!(await this.take(operation))) return;
    if (this.itemsOf(operation).length === 0) await this.finish(operation.id);
    else this.letGo(operation.id);
  }

  /** Makes a change ours; false when it is already, or another tab is at it. */
  private async take(operation: TagOperation): Promise<boolean> {
    const { id } = operation;
    if (this.ours.has(id) || this.elsewhere.has(id)) return false;
    this.set(id, nobody);
    const release = await this.environment.locks().take(lockOf(operation));
    if (release) this.set(id, { ...nobody, release });
    else {
      this.letGo(id);
      this.watch(operation);
    }
    return release !== null;
  }

  private itemsOf(operation: TagOperation): readonly BulkItem[] {
    return planChange(this.environment.collection.getSnapshot().memories, operation).affected;
  }

  /** Another tab has it: until it lets go, and then the record says whether anything is left. */
  private watch(operation: TagOperation): void {
    if (this.elsewhere.has(operation.id)) return;
    const run = new AbortController();
    this.elsewhere.set(operation.id, run);
    this.publish();
    const { collection, locks, operations } = this.environment;
    locks()
      .whenFree(lockOf(operation), run.signal)
      .catch(() => undefined)
      .then(() => {
        this.elsewhere.delete(operation.id);
        this.publish();
        operations.refresh();
        collection.refresh();
      });
  }

  private follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    this.environment.runner.subscribe(() => this.look());
  }

  /** Reads how our jobs are. One that is not there any more was taken off the screen. */
  private look(): void {
    const { job, waiting, left } = this.environment.runner.getSnapshot();
    const all = [...(job ? [job] : []), ...waiting, ...left];
    for (const [id, { jobId, hasEnded }] of [...this.ours]) {
      if (jobId === null) continue;
      const now = all.find((one) => one.id === jobId);
      if (now) this.meet(id, now);
      else if (hasEnded) this.letGo(id);
    }
  }

  private meet(id: string, job: BulkJob): void {
    const own = this.ours.get(id);
    if (own?.jobId !== job.id) return;
    const hasEnded = job.state === "finished" || job.state === "cancelled";
    if (hasEnded && job.failed.length === 0 && job.skipped === 0) void this.finish(id);
    else if (job.state === "cancelled") this.letGo(id);
    else if (own.job?.state !== job.state) this.set(id, { ...own, job });
  }

  /** Everything is done: the record goes. If it cannot, it is met again as one with nothing left. */
  private async finish(id: string): Promise<void> {
    const own = this.ours.get(id);
    if (own) this.set(id, { ...own, jobId: null });
    try {
      await this.environment.operations.end(id);
    } catch {
      // See `settle`.
    }
    this.letGo(id);
  }

  private set(id: string, own: Ours): void {
    this.ours.set(id, own);
    this.publish();
  }

  private letGo(id: string): void {
    this.ours.get(id)?.release();
    this.ours.delete(id);
    this.publish();
  }

  private publish(): void {
    const states = new Map<string, ChangeState>();
    for (const id of this.elsewhere.keys()) states.set(id, "elsewhere");
    for (const [id, { job }] of this.ours) {
      states.set(id, job?.state === "finished" ? "failed" : "running");
    }
    this.states = states;
    for (const listener of this.listeners) listener();
  }
}
