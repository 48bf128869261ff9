import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createReachability } from "./reachability";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function following() {
  const world = { isOnline: true, answers: false };
  const probe = vi.fn(async () => {
    if (!world.answers) throw new Error("no answer");
  });
  const it = createReachability({ probe, isOnline: () => world.isOnline, now: () => Date.now() });
  const seen: string[] = [];
  it.subscribe(() => seen.push(it.get().state));
  return { it, world, probe, seen };
}

describe("reachability", () => {
  it("asks after a silence, ever more seldom, until something answers", async () => {
    const { it, world, probe } = following();
    it.noteSilence();
    expect(it.get()).toEqual({ state: "unreachable", nextTryAt: Date.now() + 2_000 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(probe).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3_999);
    expect(probe).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(probe).toHaveBeenCalledTimes(2);
    world.answers = true;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(it.get()).toEqual({ state: "reachable" });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(probe).toHaveBeenCalledTimes(3);
  });

  it("never pauses longer than half a minute", async () => {
    const { it, probe } = following();
    it.noteSilence();
    await vi.advanceTimersByTimeAsync(120_000);
    const before = probe.mock.calls.length;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(probe.mock.calls.length).toBe(before + 1);
  });

  it("is told once, however many calls get no answer, and any answer ends it", () => {
    const { it, seen } = following();
    it.noteSilence();
    it.noteSilence();
    it.noteSilence();
    it.noteAnswer();
    expect(seen).toEqual(["unreachable", "reachable"]);
  });

  it("does not ask without a network, and asks at once when there is one again", async () => {
    const { it, world, probe } = following();
    world.isOnline = false;
    it.noteNetwork();
    expect(it.get().state).toBe("offline");
    it.noteSilence();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(probe).not.toHaveBeenCalled();
    world.isOnline = true;
    world.answers = true;
    it.noteNetwork();
    await vi.advanceTimersByTimeAsync(0);
    expect(probe).toHaveBeenCalledTimes(1);
    expect(it.get().state).toBe("reachable");
  });

  it("finds out by a failed attempt that the network is gone", async () => {
    const { it, world } = following();
    it.noteSilence();
    world.isOnline = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(it.get().state).toBe("offline");
  });

  it("tries at once when asked to", async () => {
    const { it, world, probe } = following();
    it.noteSilence();
    world.answers = true;
    it.tryNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(probe).toHaveBeenCalledTimes(1);
    expect(it.get().state).toBe("reachable");
  });
});
