import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { breakerLimits } from "./breaker";
import {
  answer,
  failing,
  failure,
  fine,
  gateway,
  late,
  refused,
  setUp,
  silent,
  silentFor,
  slow,
  timed,
} from "./testing/guarded";
import type { RawAnswer } from "./transport";
import { trialLimits } from "./trials";

const { patienceMs, turnMs } = breakerLimits;
const { trialMs } = trialLimits;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Asks, and lets at least so much time pass. */
async function askIn(ask: () => Promise<RawAnswer>, ms: number): Promise<RawAnswer> {
  const asking = ask();
  asking.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(ms);
  // Who waits longer than that is answered by the time that passes now.
  await vi.advanceTimersByTimeAsync(patienceMs);
  return asking;
}

describe("while Memoram keeps silent", () => {
  it("answers everybody within 40 ms, and sees the one trial to its end", async () => {
    const { ask, open, memoramIs, sent, kept } = setUp();
    await open(late);
    memoramIs(silent);
    const asking = Array.from({ length: 100 }, () => timed(ask()));
    await vi.advanceTimersByTimeAsync(patienceMs);
    expect(await Promise.all(asking)).toEqual(
      Array(100).fill({ outcome: "memoram-timeout", ms: patienceMs }),
    );
    expect(sent).toHaveLength(1);
    let isOver = false;
    void Promise.all(kept).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(trialMs - patienceMs - 1);
    expect([kept.length, isOver]).toEqual([1, false]);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOver).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("lets nobody wait a second time for the same request of theirs", async () => {
    let isSpent = false;
    const spend = () => {
      isSpent = true;
    };
    const { ask, open, memoramIs } = setUp({ isSpent: () => isSpent, spend });
    await open(late);
    memoramIs(silent);
    const first = timed(ask());
    await vi.advanceTimersByTimeAsync(patienceMs);
    expect((await first).ms).toBe(patienceMs);
    const second = timed(ask("POST"));
    await vi.advanceTimersByTimeAsync(0);
    expect(await second).toEqual({ outcome: "memoram-timeout", ms: 0 });
    await vi.advanceTimersByTimeAsync(trialMs);
  });

  it("learns of its return from the next call, also while an older trial still waits", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    memoramIs(silent);
    const first = failure(ask());
    await vi.advanceTimersByTimeAsync(trialLimits.freshMs);
    await first;
    memoramIs(fine);
    expect((await ask("DELETE")).status).toBe(200);
  });

  it("has a few trials waiting at most, each for its whole time, and learns of its return soon", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    let waiting = 0;
    let most = 0;
    const lives: number[] = [];
    memoramIs((request, signal) => {
      const startedAt = performance.now();
      waiting += 1;
      most = Math.max(most, waiting);
      return silent(request, signal).finally(() => {
        waiting -= 1;
        lives.push(performance.now() - startedAt);
      });
    });
    for (let count = 0; count < 100; count += 1) {
      ask().catch(() => undefined);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(most).toBe(trialLimits.trials);
    memoramIs(fine);
    let longest = 0;
    while ((await timed(askIn(ask, 50))).outcome !== 200) longest += 50;
    expect(longest).toBeLessThanOrEqual(1_200);
    await vi.advanceTimersByTimeAsync(trialMs);
    expect(waiting).toBe(0);
    expect(new Set(lives)).toEqual(new Set([trialMs]));
  });
});

describe("nobody waits long", () => {
  const gatewayToSilence = gateway(fine, silentFor(5_000));
  it.each([
    ["a 503 that takes its time", failing, slow(800, 503), "memoram-unavailable", patienceMs],
    ["silence after refusals", refused, silent, "memoram-unavailable", patienceMs],
    ["a gateway that answers trials", late, gatewayToSilence, "memoram-timeout", turnMs],
  ])("%s", async (_, how, becomes, code, atMost) => {
    const { ask, open, memoramIs } = setUp();
    await open(how);
    memoramIs(becomes);
    // Who is let through because nobody had answered before waits as without a breaker.
    ask().catch(() => undefined);
    await vi.advanceTimersByTimeAsync(10_000);
    const asking = Array.from({ length: 20 }, () => timed(ask()));
    await vi.advanceTimersByTimeAsync(atMost);
    for (const { ms, outcome } of await Promise.all(asking)) {
      expect(ms).toBeLessThanOrEqual(atMost);
      expect([code, "memoram-timeout"]).toContain(outcome);
    }
  });

  it.each([
    ["keeps silent", late, silent],
    ["refuses", refused, refused],
    ["answers 503, slowly", failing, slow(800, 503)],
  ])("nobody at all waits longer than 40 ms while Memoram %s", async (_, how, stays) => {
    const { ask, open, memoramIs } = setUp();
    await open(how);
    memoramIs(stays);
    for (let count = 0; count < 50; count += 1) {
      const asking = timed(ask(count % 2 === 0 ? "GET" : "POST"));
      await vi.advanceTimersByTimeAsync(patienceMs);
      expect((await asking).ms).toBeLessThanOrEqual(patienceMs);
    }
  });
});

describe("a Memoram that comes back and answers slowly", () => {
  it.each([refused, failing, late])("is let through, however many ask", async (how) => {
    const { ask, open, memoramIs } = setUp();
    await open(how);
    memoramIs(slow(600));
    const outcomes: (number | string)[] = [];
    const asking = Array.from({ length: 58 }, async (_, at) => {
      await new Promise((resolve) => setTimeout(resolve, at * 50));
      outcomes[at] = (await timed(ask())).outcome;
    });
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(asking);
    // A trial and, after 5xx, one real call take 600 ms each.
    expect(outcomes.indexOf(200)).toBeLessThanOrEqual(26);
    expect(outcomes.slice(26)).toEqual(Array(58 - 26).fill(200));
  });

  it.each([refused, failing, late])(
    "lets a write through once two lone ones have shown that it is there",
    async (how) => {
      const { ask, open, memoramIs, sent } = setUp();
      await open(how);
      memoramIs(slow(turnMs + 200));
      const outcomes: (number | string)[] = [];
      for (let count = 0; count < 3; count += 1) {
        const asking = timed(ask("POST"));
        await vi.advanceTimersByTimeAsync(10_000);
        outcomes.push((await asking).outcome);
      }
      expect(outcomes[2]).toBe(200);
      const answered = outcomes.filter((outcome) => outcome === 200);
      expect(sent.filter(({ method }) => method === "POST")).toHaveLength(answered.length);
    },
  );

  it("is let through by the second call, also half a minute later", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    memoramIs(slow(900));
    const first = timed(ask());
    await vi.advanceTimersByTimeAsync(25_000);
    expect((await first).outcome).toBe("memoram-timeout");
    const second = timed(ask("POST"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await second).outcome).toBe(200);
  });

  it("is heard although the process stood still until long after the answer's time", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    memoramIs(silent);
    let arrive = () => {};
    memoramIs(
      (_, signal) =>
        new Promise((resolve, reject) => {
          arrive = () => resolve(answer(404));
          signal.addEventListener("abort", () => reject(new AppError("memoram-timeout")));
        }),
    );
    const first = timed(ask());
    await vi.advanceTimersByTimeAsync(patienceMs);
    expect((await first).outcome).toBe("memoram-timeout");
    // Frozen for an hour: the clock has gone on, the overdue timer runs, and then the answer is read.
    const now = performance.now.bind(performance);
    const clock = vi.spyOn(performance, "now").mockImplementation(() => now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(trialMs);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    memoramIs(gateway(silent, fine));
    expect((await ask("POST")).status).toBe(200);
    clock.mockRestore();
  });
});
