import { describe, expect, it, vi } from "vitest";
import {
  ApiError,
  EndedShortError,
  OfflineError,
  UnreadableAnswerError,
} from "@/lib/client/errors";
import {
  json,
  line,
  ndjson,
  OpenStream,
  problemOf,
  refusal,
  streamOf,
} from "@/lib/client/testing/answers";
import { settle } from "@/lib/client/testing/environment";
import { memoryOf } from "@/lib/client/testing/memories";
import type { Memory } from "@/lib/contract/memory";
import { type StreamOptions, streamMemories } from "./stream-memories";

const a = memoryOf({ id: "a" });
const b = memoryOf({ id: "b" });
const done = (count: number) => ({ done: true, count });

/** Reads what `answer` says; `ids` grows as memories come. */
function reading(answer: () => Response | Promise<Response>, options: Partial<StreamOptions> = {}) {
  const ids: string[] = [];
  const fetch = vi.fn<typeof globalThis.fetch>(async () => answer());
  const result = streamMemories({
    signal: new AbortController().signal,
    fetch,
    now: () => 0,
    yieldToMain: async () => {},
    onMemories: (memories: Memory[]) => ids.push(...memories.map(({ id }) => id)),
    ...options,
  });
  return { ids, fetch, result };
}

const text = (...values: unknown[]) => ndjson(values.map(line).join(""));

describe("streamMemories", () => {
  it("reads every memory and the last line", async () => {
    const { ids, result, fetch } = reading(() => streamOf(a, b));
    await expect(result).resolves.toBe(2);
    expect(ids).toEqual(["a", "b"]);
    expect(fetch.mock.calls[0]?.[0]).toBe("/api/memories/stream");
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      credentials: "same-origin",
      redirect: "manual",
    });
  });

  it("reads a person without memories", async () => {
    await expect(reading(() => streamOf()).result).resolves.toBe(0);
  });

  it("gives each memory once", async () => {
    const { ids, result } = reading(() => text(a, b, a, done(2)));
    await expect(result).resolves.toBe(2);
    expect(ids).toEqual(["a", "b"]);
  });

  it("gives what has come, while more is on its way", async () => {
    const stream = new OpenStream();
    const { ids, result } = reading(() => stream.response);
    stream.send(a);
    await settle();
    expect(ids).toEqual(["a"]);
    stream.send(b, done(2));
    await expect(result).resolves.toBe(2);
  });

  it("says so when the stream ends without its last line", async () => {
    const { ids, result } = reading(() => text(a));
    await expect(result).rejects.toThrow(EndedShortError);
    await expect(result).rejects.toMatchObject({ received: 1 });
    await expect(result).rejects.toBeInstanceOf(OfflineError);
    expect(ids).toEqual(["a"]);
  });

  it("says so when fewer came than were sent", async () => {
    await expect(reading(() => text(a, done(2))).result).rejects.toThrow(EndedShortError);
  });

  it("throws the problem that is the last line", async () => {
    const { ids, result } = reading(() => text(a, problemOf("memoram-rate-limited")));
    await expect(result).rejects.toThrow(ApiError);
    await expect(result).rejects.toMatchObject({ code: "memoram-rate-limited" });
    expect(ids).toEqual(["a"]);
  });

  it("throws the problem that comes in place of the stream, with its pause", async () => {
    const { result } = reading(() => refusal("memoram-rate-limited", { "retry-after": "7" }));
    await expect(result).rejects.toMatchObject({
      code: "memoram-rate-limited",
      retryAfterSeconds: 7,
    });
  });

  it.each([
    ["half a line", () => ndjson('{"id":"a","ti')],
    ["a line of something else", () => text(a, { id: "b" }, done(2))],
    ["a page in place of the stream", () => new Response("<html>", { status: 200 })],
    ["a page of an error", () => new Response("<html>", { status: 502 })],
    ["another kind of JSON", () => json({ items: [] })],
  ])("does not read %s", async (_what, answer) => {
    await expect(reading(answer).result).rejects.toThrow(UnreadableAnswerError);
  });

  it("takes no answer and a broken one for silence", async () => {
    const silent = reading(() => Promise.reject(new TypeError("failed")));
    await expect(silent.result).rejects.toThrow(OfflineError);
    const stream = new OpenStream();
    const broken = reading(() => stream.response);
    stream.send(a);
    await settle();
    stream.break();
    await expect(broken.result).rejects.toThrow(OfflineError);
  });

  it("stops when it is told to, and lets the body go", async () => {
    const stream = new OpenStream();
    const run = new AbortController();
    const { ids, result } = reading(() => stream.response, { signal: run.signal });
    stream.send(a);
    await settle();
    run.abort(new Error("enough"));
    stream.send(b, done(2));
    await expect(result).rejects.toThrow("enough");
    expect(ids).toEqual(["a"]);
    expect(stream.isCancelled).toBe(true);
  });

  it("gives up after 50 s of silence", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const aborts = (_path: unknown, init?: RequestInit) =>
        new Promise<Response>((_resolve, reject) => {
          init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
        });
      const { result } = reading(() => new Response(), { fetch: aborts });
      vi.advanceTimersByTime(49_999);
      await settle();
      vi.advanceTimersByTime(1);
      await expect(result).rejects.toThrow(OfflineError);
    } finally {
      vi.useRealTimers();
    }
  });

  it("lets the page have its turn after every 8 ms of reading", async () => {
    let time = 0;
    let yields = 0;
    const memories = Array.from({ length: 100 }, (_, at) => memoryOf({ id: String(at) }));
    const batches: number[] = [];
    const { result } = reading(() => streamOf(...memories), {
      // Each look at the clock is a millisecond later: a line takes about one.
      now: () => {
        time += 1;
        return time;
      },
      yieldToMain: async () => {
        yields += 1;
      },
      onMemories: (some) => batches.push(some.length),
    });
    await expect(result).resolves.toBe(100);
    expect(yields).toBeGreaterThanOrEqual(10);
    expect(Math.max(...batches)).toBeLessThanOrEqual(10);
    expect(batches.reduce((sum, some) => sum + some, 0)).toBe(100);
  });
});
