import type { Environment } from "@/lib/client/collection/environment";

type Timer = { at: number; action: () => void };

/** A tab whose time passes only when a test says so, and whose server is a function of the test. */
export class FakeEnvironment implements Environment {
  private time = 1_000_000;
  private timers: Timer[] = [];
  private readonly wakers: (() => void)[] = [];
  private readonly onliners: (() => void)[] = [];
  /** Method and path of every call, in order. */
  readonly calls: string[] = [];
  readonly reports: ("answer" | "silence")[] = [];
  visible = true;
  yields = 0;
  answer: (path: string, init: RequestInit) => Promise<Response> | Response = () => {
    throw new TypeError("no network");
  };

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const path = String(input);
    init.signal?.throwIfAborted();
    this.calls.push(`${init.method ?? "GET"} ${path}`);
    return await this.answer(path, init);
  };
  readonly now = () => this.time;
  readonly later = (ms: number, action: () => void) => {
    const timer = { at: this.time + ms, action };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };
  readonly yieldToMain = async () => {
    this.yields += 1;
  };
  readonly isVisible = () => this.visible;
  readonly onWake = (action: () => void) => void this.wakers.push(action);
  readonly onOnline = (action: () => void) => void this.onliners.push(action);
  readonly noteAnswer = () => void this.reports.push("answer");
  readonly noteSilence = () => void this.reports.push("silence");
  readonly random = () => 0.5;

  /** Lets time pass; what falls due runs in its order. */
  pass(ms: number): void {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.timers.toSorted((a, b) => a.at - b.at);
      if (!next || next.at > end) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.action();
    }
    this.time = end;
  }

  /** The person comes back to the tab. */
  wake(): void {
    for (const action of this.wakers) action();
  }

  /** The network is back. */
  online(): void {
    for (const action of this.onliners) action();
  }
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
