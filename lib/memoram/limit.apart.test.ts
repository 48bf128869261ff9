import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { after, limit } from "./limit";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** From here on the clock shows `ms` more than the timers know of. */
function freeze(ms: number): void {
  const now = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => now() + ms);
}

it("aborts in time", () => {
  const { signal } = limit(100);
  vi.advanceTimersByTime(99);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});

it("lets what has arrived be read first in a process that stood still, and then ends all the same", () => {
  const { signal } = limit(100);
  freeze(60_000);
  vi.advanceTimersByTime(100);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(250);
  expect(signal.aborted).toBe(true);
});

it("is not put off by a process that is merely busy", () => {
  const { signal } = limit(100);
  freeze(900);
  vi.advanceTimersByTime(100);
  expect(signal.aborted).toBe(true);
});

it("leaves no timer once it is taken back, also after it was found overdue", () => {
  const action = vi.fn();
  const cancel = after(100, action);
  freeze(60_000);
  vi.advanceTimersByTime(100);
  cancel();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(action).not.toHaveBeenCalled();
});
