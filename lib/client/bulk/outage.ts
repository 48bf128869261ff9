import { isApiError } from "@/lib/client/errors";
import type { BulkItem } from "./job";

/** So many items in a row, and it is Memoram that is down; fewer are failures of their own. */
const IN_A_ROW = 3;

/** An item on which so many trials of a job failed has failed itself. */
const MAX_TRIALS = 5;

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** Whether Memoram did not answer, or only to say that it fails. */
export function isOutage(error: unknown): boolean {
  return isApiError(error, "memoram-unavailable", "memoram-timeout");
}

/**
 * What follows from a failure for which Memoram is to blame. `count`: the item has failed. `pause`:
 * the job stands still for `ms`, and `items` go back in line. `again`: so does this item alone.
 */
export type AfterOutage =
  | { kind: "count" }
  | { kind: "again" }
  | { kind: "pause"; ms: number; items: readonly BulkItem[] };

/** Tells a Memoram that is down from a memory with which it cannot deal, over all calls of a job. */
export class Outage {
  private row: BulkItem[] = [];
  private pauses = 0;
  private readonly trials = new Map<string, number>();

  /** Memoram is down: one item at a time finds out when it is back. */
  get isOn(): boolean {
    return this.pauses > 0;
  }

  /** Memoram answered. */
  end(): void {
    this.row = [];
    this.pauses = 0;
  }

  /** `isTrial`: the job made no other call meanwhile, to see how this one ends. */
  failed(item: BulkItem, isTrial: boolean): AfterOutage {
    if (this.isOn && !isTrial) return { kind: "again" };
    if (isTrial) {
      const trials = (this.trials.get(item.id) ?? 0) + 1;
      this.trials.set(item.id, trials);
      if (trials >= MAX_TRIALS) return { kind: "count" };
      return this.pause([item]);
    }
    this.row.push(item);
    if (this.row.length < IN_A_ROW) return { kind: "count" };
    const items = this.row;
    this.row = [];
    return this.pause(items);
  }

  private pause(items: readonly BulkItem[]): AfterOutage {
    const ms = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.pauses);
    this.pauses += 1;
    return { kind: "pause", ms, items };
  }
}
