import type { Counts } from "./test-counts";
import { runStep, type Step } from "./test-steps";

/** Collects how steps ended, into the one line that ends a run. */
export class Verdict {
  readonly #all: Counts[] = [];

  /** Runs one step. @returns whether nothing in it failed */
  async take(step: Step): Promise<boolean> {
    const counts = await runStep(step);
    this.#all.push(counts);
    return counts.failed === 0;
  }

  /** Says that something was not run, and why. It counts as neither passed nor failed. */
  leaveOut(name: string, why: string): void {
    console.log(`\n── ${name}\n–  not run: ${why}`);
  }

  /** Prints `N passed, N failed` over all runners. @returns the exit code */
  pronounce(): number {
    const sum = (pick: (counts: Counts) => number) =>
      this.#all.reduce((total, counts) => total + pick(counts), 0);
    const failed = sum((counts) => counts.failed);
    console.log(`\n${sum((counts) => counts.passed)} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  }
}
