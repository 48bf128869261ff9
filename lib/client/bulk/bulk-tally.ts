import type { Outcome } from "./change-one";
import type { BulkFailure, BulkItem, BulkJob } from "./job";

type Counts = Pick<
  BulkJob,
  "total" | "done" | "unchanged" | "failed" | "skipped" | "changed" | "kept" | "newIds"
>;

/** What became of a job's items so far. */
export class BulkTally {
  done = 0;
  failed: BulkFailure[] = [];
  private unchanged = 0;
  private skipped = 0;
  private readonly changed: string[] = [];
  private readonly kept: string[] = [];
  private readonly newIds = new Map<string, string>();

  constructor(private total: number) {}

  /** How many are neither done nor failed. */
  get left(): number {
    return this.total - this.done - this.failed.length;
  }

  snapshot(): Counts {
    const { total, done, unchanged, skipped } = this;
    const failed = [...this.failed];
    const changed = [...this.changed];
    const kept = [...this.kept];
    return {
      ...{ total, done, unchanged, failed, skipped, changed, kept },
      newIds: new Map(this.newIds),
    };
  }

  add(id: string, outcome: Outcome): void {
    this.done += 1;
    if (outcome.kind === "unchanged" || outcome.kind === "gone") this.unchanged += 1;
    else this.changed.push(id);
    if (outcome.kind === "deleted" && outcome.isKept) this.kept.push(id);
    if (outcome.kind === "restored") this.newIds.set(id, outcome.memory.id);
  }

  /** These have not failed after all. */
  takeBack(items: readonly BulkItem[]): void {
    const back = new Set(items.map(({ id }) => id));
    this.failed = this.failed.filter(({ id }) => !back.has(id));
  }

  /** What is left is not done any more. */
  skipRest(): void {
    this.skipped = this.left;
  }

  /** Counts only what failed as still to be done. @returns that */
  reopen(): BulkItem[] {
    const items = this.failed.map(({ id, title }) => ({ id, title }));
    this.total -= this.skipped;
    this.skipped = 0;
    this.failed = [];
    return items;
  }
}
