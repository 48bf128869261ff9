import PQueue from "p-queue";
import { pauseOf } from "@/lib/client/collection/retry-plan";
import { isApiError, OfflineError } from "@/lib/client/errors";
import { randomKey } from "@/lib/client/idempotency";
import { isLostAccess } from "@/lib/client/lost-access";
import type { ActivityJob, JobKind } from "@/lib/contract/activity";
import type { BulkEnvironment } from "./bulk-environment";
import { BulkTally } from "./bulk-tally";
import { changeOne, type Outcome } from "./change-one";
import type { BulkAction, BulkFailure, BulkItem, BulkJob, BulkPause, BulkState } from "./job";
import { isOutage, Outage } from "./outage";

/** Calls in flight at the same time. */
const CONCURRENCY = 4;

/** An item whose calls stay without an answer so often, while others get theirs, has failed. */
const MAX_SILENCES = 3;

/** How a job stands; each change of it is told at once, progress in between when there is time. */
type Standing = {
  state: BulkState;
  pause: BulkPause | null;
  isCancelling: boolean;
  error: unknown;
};

const jobKinds = {
  addTags: "add-tags",
  removeTags: "remove-tags",
  replaceTags: "replace-tags",
  setImportance: "set-importance",
  delete: "delete",
  restore: "restore",
  deleteForEver: "erase",
} as const satisfies Record<BulkAction["kind"], JobKind>;

/** One job: calls its items' changes, four at a time, until all are done or it has to stand still. */
export class BulkRun {
  private readonly queue = new PQueue({ concurrency: CONCURRENCY, autoStart: false });
  private readonly calls = new AbortController();
  private readonly silences = new Map<string, number>();
  private readonly outage = new Outage();
  private standing: Standing = { state: "waiting", pause: null, isCancelling: false, error: null };
  private readonly tally: BulkTally;
  private inFlight = 0;
  private cancelTimer: (() => void) | null = null;
  /** Each change names it, so that /activity can show them as one. */
  private readonly recordedAs: ActivityJob;

  /** `onChange` is told whether it can wait: progress can. */
  constructor(
    readonly id: string,
    readonly action: BulkAction,
    items: readonly BulkItem[],
    private readonly environment: BulkEnvironment,
    private readonly onChange: (how: { soon: boolean }) => void,
  ) {
    this.tally = new BulkTally(items.length);
    this.recordedAs = { id: randomKey(), kind: jobKinds[action.kind] };
    for (const item of items) this.enqueue(item);
  }

  /** The job as it is now. */
  snapshot(): BulkJob {
    return { id: this.id, action: this.action, ...this.tally.snapshot(), ...this.standing };
  }

  get isFinal(): boolean {
    return this.standing.state === "finished" || this.standing.state === "cancelled";
  }

  get hasFailures(): boolean {
    return this.tally.failed.length > 0;
  }

  /** Begins, or goes on after whatever made it stand still. */
  go(): void {
    if (this.isFinal || this.standing.isCancelling) return;
    this.cancelTimer?.();
    this.stand({ state: "running", pause: null, error: null });
    this.start();
    this.settle();
  }

  pause(): void {
    const { state, isCancelling } = this.standing;
    if (isCancelling || (state !== "running" && state !== "paused")) return;
    this.halt({ state: "paused", pause: { why: "person" } });
  }

  /** No further calls; those under way are awaited, since their effect cannot be taken back. */
  cancel(): void {
    if (this.isFinal) return;
    this.cancelTimer?.();
    this.queue.clear();
    this.stand({ isCancelling: true });
    this.settle();
  }

  /** Makes it wait for its turn again, with the failed items alone. */
  retryFailed(): void {
    this.silences.clear();
    this.outage.end();
    for (const item of this.tally.reopen()) this.enqueue(item);
    this.stand({ state: "waiting" });
  }

  /** Ends it unheard: nobody is told what becomes of the calls under way. */
  drop(): void {
    this.cancelTimer?.();
    this.queue.pause();
    this.queue.clear();
    this.calls.abort();
    if (this.isFinal) return;
    this.tally.skipRest();
    this.standing = { state: "cancelled", pause: null, isCancelling: false, error: null };
  }

  /** Keepsake can be reached again. */
  wake(): void {
    if (this.standing.pause?.why === "offline") this.go();
  }

  private start(): void {
    this.queue.concurrency = this.outage.isOn ? 1 : CONCURRENCY;
    this.queue.start();
  }

  private enqueue(item: BulkItem, priority = 0): void {
    // Whatever becomes of an item is handled here: no error reaches the queue.
    void this.queue.add(() => this.work(item), { priority });
  }

  private async work(item: BulkItem): Promise<void> {
    const { signal } = this.calls;
    const isTrial = this.outage.isOn;
    this.inFlight += 1;
    try {
      const calls = { fetch: this.environment.fetch, signal, job: this.recordedAs };
      const outcome = await changeOne(item.id, this.action, calls);
      if (!signal.aborted) this.succeed(item, outcome);
    } catch (error) {
      if (!signal.aborted) this.refuse(item, error, isTrial);
    }
    this.inFlight -= 1;
    if (signal.aborted) return;
    this.onChange({ soon: true });
    this.settle();
  }

  private succeed(item: BulkItem, outcome: Outcome): void {
    this.tally.add(item.id, outcome);
    this.environment.onOutcome(item.id, outcome);
    this.noteAnswer();
  }

  /** Memoram is there: whatever waits for its return goes on. */
  private noteAnswer(): void {
    this.outage.end();
    if (this.standing.pause?.why === "memoram-down") this.go();
  }

  private refuse(item: BulkItem, error: unknown, isTrial: boolean): void {
    const pause = pauseOf(error);
    if (isOutage(error)) {
      this.meetOutage({ ...item, error }, isTrial);
    } else if (pause !== null) {
      this.haltUntil("rate-limit", pause);
      this.again(item);
    } else if (isLostAccess(error)) {
      this.halt({ state: "stopped", pause: null, error });
      this.again(item);
      this.environment.onLost(error);
    } else if (error instanceof OfflineError && this.mayRepeat(item)) {
      if (this.standing.state === "running" || this.standing.pause?.why === "memoram-down") {
        this.halt({ state: "paused", pause: { why: "offline" } });
      }
      this.again(item);
      this.environment.noteSilence();
    } else if (this.wasRestoredUnheard(item, error)) {
      this.tally.done += 1;
      this.environment.onOutcome(item.id, { kind: "erased" });
      this.noteAnswer();
    } else {
      this.tally.failed.push({ ...item, error });
      if (isApiError(error, "not-found")) this.environment.onOutcome(item.id, { kind: "gone" });
      if (isApiError(error)) this.noteAnswer();
    }
  }

  /** Items that failed because Memoram is down have not failed: they are done once it is back. */
  private meetOutage(failure: BulkFailure, isTrial: boolean): void {
    if (this.standing.isCancelling) {
      this.tally.failed.push(failure);
      return;
    }
    const { id, title } = failure;
    const next = this.outage.failed({ id, title }, isTrial);
    if (next.kind === "count") this.tally.failed.push(failure);
    if (next.kind === "again") this.again({ id, title });
    if (next.kind !== "pause") return;
    this.tally.takeBack(next.items);
    this.haltUntil("memoram-down", next.ms);
    // After a trial to the end of the line: the next one is another item's, should it be to blame.
    for (const item of next.items) this.enqueue(item, isTrial ? 0 : 1);
  }

  /** Whether an item that got no answer is tried again; a cancelled job makes no further calls. */
  private mayRepeat({ id }: BulkItem): boolean {
    const silences = (this.silences.get(id) ?? 0) + 1;
    this.silences.set(id, silences);
    return silences < MAX_SILENCES && !this.standing.isCancelling;
  }

  /** The first call took effect, but its answer was lost: the trash has let go of the item. */
  private wasRestoredUnheard({ id }: BulkItem, error: unknown): boolean {
    return (
      this.action.kind === "restore" && this.silences.has(id) && isApiError(error, "not-found")
    );
  }

  /** Back to the head of the line, of a queue that stands still: else it would begin at once. */
  private again(item: BulkItem): void {
    if (!this.standing.isCancelling) this.enqueue(item, 1);
  }

  private haltUntil(why: "rate-limit" | "memoram-down", ms: number): void {
    const { now, later } = this.environment;
    const { state, pause, isCancelling } = this.standing;
    if (state === "stopped" || pause?.why === "person" || isCancelling) return;
    const at = now() + ms;
    const until = pause && "until" in pause ? Math.max(at, pause.until) : at;
    this.halt({ state: "paused", pause: { why, until } });
    // To find out whether Memoram is back is not yet to go on.
    const goOn = () => (why === "memoram-down" ? this.start() : this.go());
    this.cancelTimer = later(until - now(), goOn);
  }

  private halt(how: Partial<Standing>): void {
    this.cancelTimer?.();
    this.queue.pause();
    this.stand(how);
  }

  /** Whether that was the last of it. */
  private settle(): void {
    if (this.isFinal || this.inFlight > 0) return;
    const { left } = this.tally;
    if (left > 0 && !this.standing.isCancelling) return;
    this.tally.skipRest();
    this.halt({ state: left > 0 ? "cancelled" : "finished", pause: null, isCancelling: false });
  }

  private stand(how: Partial<Standing>): void {
    this.standing = { ...this.standing, ...how };
    this.onChange({ soon: false });
  }
}
