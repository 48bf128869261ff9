/** What a job does to each of its memories (or, the last two, to each item of the trash). */
export type BulkAction =
  | { kind: "addTags"; tags: readonly string[] }
  | { kind: "removeTags"; tags: readonly string[] }
  | { kind: "setImportance"; importance: number | null }
  /** Renames one tag, or merges several: each of `from` becomes `to`. */
  | { kind: "replaceTags"; from: readonly string[]; to: string }
  | { kind: "delete" }
  | { kind: "restore" }
  | { kind: "deleteForEver" };

/** `title` is null where the memory has none or nobody knows it any more. */
export type BulkItem = { id: string; title: string | null };

export type BulkFailure = BulkItem & { error: unknown };

/**
 * `waiting` for the jobs before it. `stopped`: access or the session was lost, see `error`;
 * `resume` goes on where it stood. `finished` and `cancelled` are final, but for `retryFailed`.
 */
export type BulkState = "waiting" | "running" | "paused" | "stopped" | "finished" | "cancelled";

/**
 * Why a job stands still. `rate-limit` goes on by itself at `until` (milliseconds since 1970),
 * `offline` once Keepsake can be reached again. `memoram-down`: at `until` one item is tried, and
 * the job goes on when Memoram answers.
 */
export type BulkPause =
  | { why: "person" }
  | { why: "rate-limit"; until: number }
  | { why: "memoram-down"; until: number }
  | { why: "offline" };

/** A job at one moment. Never changed in place. `total = done + failed + skipped + to come`. */
export type BulkJob = {
  readonly id: string;
  readonly action: BulkAction;
  readonly state: BulkState;
  /** Why it is `paused`. */
  readonly pause: BulkPause | null;
  /** Somebody cancelled it; the calls under way are still awaited. */
  readonly isCancelling: boolean;
  readonly total: number;
  /** Memories that are now as the action wants them, whether or not that took a write. */
  readonly done: number;
  /** How many of `done` were so already; after a deletion, were gone already. */
  readonly unchanged: number;
  readonly failed: readonly BulkFailure[];
  /** Left alone because the job was cancelled. */
  readonly skipped: number;
  /** Why it stopped. */
  readonly error: unknown;
  /** The ids that this job wrote, deleted or restored. */
  readonly changed: readonly string[];
  /** After `delete`: those of which a copy lies in the trash, for Undo. */
  readonly kept: readonly string[];
  /** After `restore`: the new id of each old one. */
  readonly newIds: ReadonlyMap<string, string>;
};
