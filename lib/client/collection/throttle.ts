import type { Environment } from "./environment";

/** Runs `action` at most once in so many milliseconds, the first time at once. */
export class Throttle {
  private lastAt = Number.NEGATIVE_INFINITY;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly environment: Pick<Environment, "now" | "later">,
    private readonly interval: () => number,
    private readonly action: () => void,
  ) {}

  /** As soon as the interval allows. */
  soon(): void {
    if (this.cancel) return;
    const wait = this.lastAt + this.interval() - this.environment.now();
    if (wait <= 0) this.now();
    else this.cancel = this.environment.later(wait, () => this.now());
  }

  /** At once, whatever the interval; what was waiting is part of it. */
  now(): void {
    this.cancel?.();
    this.cancel = null;
    this.lastAt = this.environment.now();
    this.action();
  }
}
