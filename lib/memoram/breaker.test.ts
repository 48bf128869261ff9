import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError, isAppError } from "@/lib/errors";
import { BreakerOpenError, breakerLimits, withBreaker } from "./breaker";
import type { RawAnswer, RawRequest, Transport } from "./transport";

const baseUrl = "https://memoram.example/api/v1";
const trialUrl = `${baseUrl}/access-requests/none`;
const { opensAfter } = breakerLimits;

type Behaviour = (request: RawRequest, signal: AbortSignal) => Promise<RawAnswer>;

const answer = (status: number): RawAnswer => ({ status, retryAfter: undefined, text: "{}" });
const fine: Behaviour = async () => answer(200);
const refused: Behaviour = async () => {
  throw new AppError("memoram-unavailable");
};
/** Keeps silent until whoever asks gives up. */
const silent: Behaviour = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("memoram-timeout")));
  });
const late: Behaviour = async () => {
  throw new AppError("memoram-timeout");
};

function setUp() {
  const sent: RawRequest[] = [];
  let behaviour: Behaviour = fine;
  const transport: Transport = (request, signal) => {
    sent.push(request);
    return behaviour(request, signal);
  };
  const guarded = withBreaker(transport, { baseUrl, trialUrl });
  const ask = (method: RawRequest["method"] = "GET", url = `${baseUrl}/memory-blobs`) =>
    guarded(
      { method, url, headers: { authorization: "Bearer jwt" } },
      new AbortController().signal,
    );
  return {
    sent,
    ask,
    guarded,
    memoramIs(next: Behaviour) {
      behaviour = next;
    },
    async open(how: Behaviour = refused) {
      behaviour = how;
      for (let count = 0; count < opensAfter; count += 1) await ask().catch(() => undefined);
      sent.length = 0;
    },
  };
}

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (isAppError(error)) return error;
  throw error ?? new Error("Nothing failed.");
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const isOpen = async (work: Promise<unknown>) =>
  (await failure(work)).cause instanceof BreakerOpenError;

it("lets everything through, whatever it answers, before ten failures in a row", async () => {
  const { ask, memoramIs, sent } = setUp();
  for (let round = 0; round < 3; round += 1) {
    memoramIs(refused);
    for (let count = 1; count < opensAfter; count += 1) expect(await isOpen(ask())).toBe(false);
    memoramIs(async () => answer(404));
    expect((await ask()).status).toBe(404);
  }
  expect(sent.filter(({ url }) => url === trialUrl)).toEqual([]);
});

it.each([
  ["refuses", refused, "memoram-unavailable"],
  ["keeps silent", late, "memoram-timeout"],
  ["answers 503", (async () => answer(503)) satisfies Behaviour, "memoram-unavailable"],
] as const)("opens while Memoram %s, and says the same without asking", async (_, how, code) => {
  const { ask, open, sent } = setUp();
  await open(how);
  const error = await failure(ask("POST"));
  expect([error.code, error.cause instanceof BreakerOpenError]).toEqual([code, true]);
  expect(sent.map(({ method, url }) => [method, url])).toEqual([["GET", trialUrl]]);
});

it("sends no credentials with a trial, and never a write", async () => {
  const { ask, open, sent } = setUp();
  await open();
  for (const method of ["POST", "PATCH", "DELETE"] as const) await failure(ask(method));
  expect(sent.map(({ method, headers }) => [method, headers])).toEqual(Array(3).fill(["GET", {}]));
});

it.each([200, 401, 404, 429])("closes by itself once a trial is answered %i", async (status) => {
  const { ask, open, memoramIs, sent } = setUp();
  await open();
  memoramIs(async (request) => answer(request.url === trialUrl ? status : 201));
  expect((await ask("POST")).status).toBe(201);
  expect((await ask("POST")).status).toBe(201);
  expect(sent.map(({ url }) => url === trialUrl)).toEqual([true, false, false]);
});

it("closes for an answer that cannot be read: somebody is there", async () => {
  const { ask, open, memoramIs } = setUp();
  await open();
  memoramIs(async () => {
    throw new AppError("memoram-bad-response");
  });
  const error = await failure(ask());
  expect([error.code, error.cause]).toEqual(["memoram-bad-response", undefined]);
});

describe("while Memoram keeps silent", () => {
  it("waits 60 ms for a trial, not for the trial's end", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    memoramIs(silent);
    let ended = false;
    const asking = failure(ask()).finally(() => {
      ended = true;
    });
    await vi.advanceTimersByTimeAsync(breakerLimits.silentPatienceMs - 1);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await asking).code).toBe("memoram-timeout");
  });

  it("shares one trial among those who ask at once", async () => {
    const { ask, open, memoramIs, sent } = setUp();
    await open(late);
    memoramIs(silent);
    const asking = Array.from({ length: 50 }, () => failure(ask()));
    await vi.advanceTimersByTimeAsync(breakerLimits.silentPatienceMs);
    await Promise.all(asking);
    expect(sent).toHaveLength(1);
  });

  it("learns of its return from the next call, also while an older trial still waits", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    memoramIs(silent);
    const first = failure(ask());
    await vi.advanceTimersByTimeAsync(breakerLimits.trialFreshMs);
    await first;
    memoramIs(fine);
    expect((await ask("DELETE")).status).toBe(200);
  });

  it("never has more than a few trials waiting", async () => {
    const { ask, open, memoramIs } = setUp();
    await open(late);
    let waiting = 0;
    let most = 0;
    memoramIs((request, signal) => {
      waiting += 1;
      most = Math.max(most, waiting);
      return silent(request, signal).finally(() => {
        waiting -= 1;
      });
    });
    for (let count = 0; count < 40; count += 1) {
      const asking = failure(ask());
      await vi.advanceTimersByTimeAsync(breakerLimits.trialFreshMs);
      await asking;
    }
    // The oldest is given up when the next one begins.
    expect(most).toBe(breakerLimits.trials + 1);
    await vi.advanceTimersByTimeAsync(breakerLimits.trialMs);
    expect(waiting).toBe(0);
  });
});

it("does not count those who left", async () => {
  const { guarded, memoramIs, sent } = setUp();
  memoramIs(silent);
  for (let count = 0; count < 3 * opensAfter; count += 1) {
    const leaving = new AbortController();
    const request = { method: "GET", url: `${baseUrl}/tags`, headers: {} } as const;
    const asking = failure(guarded(request, leaving.signal));
    leaving.abort();
    expect((await asking).cause).toBeUndefined();
  }
  expect(sent.filter(({ url }) => url === trialUrl)).toEqual([]);
});

it("minds its own API only", async () => {
  const { ask, open, memoramIs, sent } = setUp();
  await open();
  memoramIs(fine);
  expect((await ask("POST", "https://sign-in.example/oauth/token")).status).toBe(200);
  expect(sent).toHaveLength(1);
});
