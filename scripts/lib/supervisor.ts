import type { Child } from "./children";

/**
 * Keeps a group of children together: they stop in the opposite order of their start, on Ctrl-C,
 * on a request to end, or when one of them ends by itself.
 */
export class Supervisor {
  readonly #children: Child[] = [];
  readonly #atEnd: (() => Promise<void>)[] = [];
  #stopping: Promise<void> | undefined;
  #askedAt = 0;
  readonly #quiet: boolean;

  /** @param options.quiet says nothing when it is asked to stop */
  constructor(options: { quiet?: boolean } = {}) {
    this.#quiet = options.quiet ?? false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => this.#onSignal());
    }
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Takes a child into the group, from the moment it was started. */
  add(child: Child): void {
    this.#children.push(child);
    // One that was started while the others were already being stopped.
    if (this.isStopping) void child.stop();
    void child.ended.then(async (how) => {
      // A Ctrl-C may have reached it a moment before it reaches us.
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (this.isStopping) return;
      console.error(`${child.name} ended unexpectedly (${how}); stopping the rest.`);
      await this.end(1);
    });
  }

  /** Something to be done last, when all children are gone. */
  finally(action: () => Promise<void>): void {
    this.#atEnd.push(action);
  }

  /** Stops everything and ends this process. */
  async end(exitCode: number): Promise<never> {
    this.#stopping ??= this.#stopAll(5_000);
    await this.#stopping;
    process.exit(exitCode);
  }

  async #stopAll(patienceMs: number): Promise<void> {
    for (const child of [...this.#children].reverse()) await child.stop(patienceMs);
    for (const action of this.#atEnd) await action().catch(() => undefined);
  }

  #onSignal(): void {
    const now = Date.now();
    if (!this.isStopping) {
      this.#askedAt = now;
      if (!this.#quiet) console.log("\nStopping.");
      void this.end(0);
      return;
    }
    // One Ctrl-C arrives twice, from the terminal and from npm; a later one means it.
    if (now - this.#askedAt > 1_000) void this.#stopAll(0);
  }
}
