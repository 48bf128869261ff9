import type { Memory, MemoryForm } from "@/lib/contract/memory";
import type { Draft, DraftKey } from "./draft";
import { dropDraft, readDraft, writeDraft } from "./draft-storage";

/** Typing is kept once it rests for so long, in milliseconds. */
const REST_MS = 400;

/** What a form wants to be kept. */
export type DraftInput = {
  values: MemoryForm;
  base: Memory | null;
  baseEtag: string | null;
  decisions?: Draft["decisions"];
};

const keepers = new Set<DraftKeeper>();

/** Keeps one draft while its form is open: not at every key, and at the latest when the page goes. */
export class DraftKeeper {
  private readonly listeners = new Set<() => void>();
  private waiting: DraftInput | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isRefused = false;
  /** What was there when the form was opened. */
  readonly found: Draft | null;

  constructor(private readonly key: DraftKey) {
    this.found = readDraft(key);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Whether the last attempt found no room: what is typed then lives in the form alone. */
  readonly getRefused = (): boolean => this.isRefused;

  /** Follows the page; the returned function writes what waits, and ends it. */
  open(): () => void {
    keepers.add(this);
    const flush = () => this.flush();
    window.addEventListener("pagehide", flush);
    // A phone may end a page in the background without another word.
    document.addEventListener("visibilitychange", flush);
    return () => {
      this.flush();
      keepers.delete(this);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", flush);
    };
  }

  keep(input: DraftInput): void {
    this.waiting = input;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), REST_MS);
  }

  /** Writes what waits, now. */
  flush(): void {
    const { waiting } = this;
    this.forget();
    if (waiting) this.refuse(!writeDraft(this.key, { ...waiting, savedAt: Date.now() }));
  }

  /** The words are saved, or not wanted any more. */
  drop(): void {
    this.forget();
    dropDraft(this.key);
    this.refuse(false);
  }

  /** What waits is not written. */
  forget(): void {
    clearTimeout(this.timer);
    this.waiting = null;
  }

  private refuse(isRefused: boolean): void {
    if (isRefused === this.isRefused) return;
    this.isRefused = isRefused;
    for (const listener of this.listeners) listener();
  }
}

/** Nothing that waits anywhere is written any more. */
export function forgetWaitingDrafts(): void {
  for (const keeper of keepers) keeper.forget();
}
