import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError, isAppError } from "@/lib/errors";
import { BreakerOpenError, breakerLimits, withBreaker } from "./breaker";
import type { RawAnswer, RawRequest, Transport } from "./transport";
import { trialLimits } from "./trials";

const baseUrl = "https://memoram.example/api/v1";
const trialUrl = `${baseUrl}/access-requests/none`;
const { opensAfter, patienceMs, patientAgainMs, turnMs } = breakerLimits;
const { trialMs } = trialLimits;

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
const failing: Behaviour = async () => answer(503);
/** Answers after so many milliseconds. */
const slow =
  (ms: number, status = 200): Behaviour =>
  (_, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(answer(status)), ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(new AppError("memoram-timeout"));
      });
    });
const isTrial = ({ url }: RawRequest) => url === trialUrl;
/** One thing for trials without credentials, as of a gateway, and another for everything else. */
const gateway =
  (forTrials: Behaviour, forCalls: Behaviour): Behaviour =>
  (request, signal) =>
    isTrial(request) && request.headers.authorization === undefined
      ? forTrials(request, signal)
      : forCalls(request, signal);
/** Keeps silent until the transport gives up. */
const silentFor =
  (ms: number): Behaviour =>
  () =>
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new AppError("memoram-timeout")), ms);
    });
const late: Behaviour = async () => {
  throw new AppError("memoram-timeout");
};

function setUp({ mayFreeze = true } = {}) {
  const sent: RawRequest[] = [];
  let behaviour: Behaviour = fine;
  const transport: Transport = (request, signal) => {
    sent.push(request);
    return behaviour(request, signal);
  };
  const guarded = withBreaker(transport, { baseUrl, trialUrl, mayFreeze });
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
    /** The one caller of the moment who waits for the whole trial has left again. */
    async spendPatience() {
      let isWaiting = true;
      void ask()
        .catch(() => undefined)
        .finally(() => {
          isWaiting = false;
        });
      do await vi.advanceTimersByTimeAsync(10);
      while (isWaiting);
      sent.length = 0;
    },
  };
}

/** What became of it, and after how many milliseconds. */
async function timed(work: Promise<RawAnswer>): Promise<{ outcome: number | string; ms: number }> {
  const startedAt = performance.now();
  const outcome = await work.then(
    ({ status }) => status,
    (error: unknown) => (isAppError(error) ? error.code : "unknown"),
  );
  return { outcome, ms: performance.now() - startedAt };
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
  ["answers 503", failing, "memoram-unavailable"],
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
  it("lets one caller wait for the whole trial, and nobody else longer than 60 ms", async () => {
    const { ask, open, memoramIs, sent } = setUp();
    await open(late);
    memoramIs(silent);
    const asking = Array.from({ length: 100 }, () => timed(ask()));
    await vi.advanceTimersByTimeAsync(trialMs);
    const answers = await Promise.all(asking);
    expect(answers).toEqual([
      { outcome: "memoram-timeout", ms: trialMs },
      ...Array(99).fill({ outcome: "memoram-timeout", ms: patienceMs }),
    ]);
    expect(sent).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("lets the next one wait so long after a while only", async () => {
    const { ask, open, memoramIs, spendPatience } = setUp();
    await open(late);
    memoramIs(silent);
    await spendPatience();
    const times: number[] = [];
    for (const pause of [0, patientAgainMs - 5 * patienceMs]) {
      await vi.advanceTimersByTimeAsync(pause);
      const asking = timed(ask());
      await vi.advanceTimersByTimeAsync(patienceMs);
      times.push((await asking).ms);
    }
    expect(times).toEqual([patienceMs, patienceMs]);
    await vi.advanceTimersByTimeAsync(patientAgainMs);
    const asking = timed(ask());
    await vi.advanceTimersByTimeAsync(trialMs);
    expect((await asking).ms).toBe(trialMs);
  });

  it("learns of its return from the next call, also while an older trial still waits", async () => {
    const { ask, open, memoramIs, spendPatience } = setUp();
    await open(late);
    memoramIs(silent);
    await spendPatience();
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

/** Asks, and lets at least so much time pass. */
async function askIn(ask: () => Promise<RawAnswer>, ms: number): Promise<RawAnswer> {
  const asking = ask();
  asking.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(ms);
  // Who waits longer than that is answered by the time that passes now.
  await vi.advanceTimersByTimeAsync(patienceMs);
  return asking;
}

describe("a Memoram that comes back and answers slowly", () => {
  it.each([refused, failing, late])("is let through, however many ask", async (how) => {
    const { ask, open, memoramIs, spendPatience } = setUp();
    await open(how);
    await spendPatience();
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

  it.each([refused, failing, late])("is let through by a lone call now and then", async (how) => {
    const { ask, open, memoramIs } = setUp();
    await open(how);
    memoramIs(slow(1_200));
    const asking = timed(ask("POST"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await asking).outcome).toBe(200);
  });

  it("is heard although the process stood still until long after the answer's time", async () => {
    const { ask, open, memoramIs, spendPatience } = setUp();
    await open(late);
    memoramIs(silent);
    await spendPatience();
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

describe("nobody but the one caller waits", () => {
  const gatewayToSilence = gateway(fine, silentFor(5_000));
  it.each([
    ["a 503 that takes its time", failing, slow(800, 503), "memoram-unavailable", patienceMs],
    ["silence after refusals", refused, silent, "memoram-unavailable", patienceMs],
    ["a gateway that answers trials", late, gatewayToSilence, "memoram-timeout", turnMs],
  ])("%s", async (_, how, becomes, code, atMost) => {
    const { ask, open, memoramIs, spendPatience } = setUp();
    await open(how);
    memoramIs(becomes);
    await spendPatience();
    const asking = Array.from({ length: 20 }, () => timed(ask()));
    await vi.advanceTimersByTimeAsync(atMost);
    for (const { ms, outcome } of await Promise.all(asking)) {
      expect(ms).toBeLessThanOrEqual(atMost);
      expect([code, "memoram-timeout"]).toContain(outcome);
    }
  });
});

describe("where processes go on when nobody waits", () => {
  it.each([
    ["keeps silent", late, silent],
    ["refuses", refused, refused],
    ["answers 503, slowly", failing, slow(800, 503)],
  ])("nobody at all waits longer than 60 ms while Memoram %s", async (_, how, stays) => {
    const { ask, open, memoramIs } = setUp({ mayFreeze: false });
    await open(how);
    memoramIs(stays);
    for (let count = 0; count < 50; count += 1) {
      const asking = timed(ask(count % 2 === 0 ? "GET" : "POST"));
      await vi.advanceTimersByTimeAsync(patienceMs);
      expect((await asking).ms).toBeLessThanOrEqual(patienceMs);
    }
  });

  it("a Memoram that answers slowly is let through by the second call, also half a minute later", async () => {
    const { ask, open, memoramIs } = setUp({ mayFreeze: false });
    await open(late);
    memoramIs(slow(900));
    const first = timed(ask());
    await vi.advanceTimersByTimeAsync(25_000);
    expect((await first).outcome).toBe("memoram-timeout");
    const second = timed(ask("POST"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await second).outcome).toBe(200);
  });
});

it("lets everybody through at once when the first is answered, however many ask", async () => {
  const { ask, open, memoramIs, sent } = setUp({ mayFreeze: false });
  await open(failing);
  memoramIs(gateway(fine, slow(400, 404)));
  const asking = Array.from({ length: 30 }, () => timed(ask()));
  await vi.advanceTimersByTimeAsync(2_000);
  for (const { outcome } of await Promise.all(asking)) expect(outcome).toBe(404);
  expect(sent.filter(isTrial)).toHaveLength(1);
});

it("tells of silence once a trial ended by its own time", async () => {
  const { ask, open, memoramIs, spendPatience } = setUp();
  await open(refused);
  memoramIs(silent);
  await spendPatience();
  const asking = failure(ask());
  await vi.advanceTimersByTimeAsync(patienceMs);
  expect((await asking).code).toBe("memoram-timeout");
});

describe("a gateway that answers trials while calls fail", () => {
  it.each([401, 404])(
    "with %i: reads go one at a time, and are not tried again",
    async (status) => {
      const { ask, open, memoramIs, sent } = setUp();
      await open(failing);
      let inFlight = 0;
      let most = 0;
      memoramIs(
        gateway(
          async () => answer(status),
          async (request, signal) => {
            inFlight += 1;
            most = Math.max(most, inFlight);
            return await slow(20, 503)(request, signal).finally(() => {
              inFlight -= 1;
            });
          },
        ),
      );
      const asking = Array.from({ length: 100 }, () => failure(ask()));
      await vi.advanceTimersByTimeAsync(trialMs + patienceMs);
      for (const error of await Promise.all(asking)) {
        expect([error.code, error.cause instanceof BreakerOpenError]).toEqual([
          "memoram-unavailable",
          true,
        ]);
      }
      expect(most).toBe(1);
      expect(sent.filter((request) => !isTrial(request)).length).toBeLessThanOrEqual(4);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it("lets no write through after 5xx, but tries with its credentials", async () => {
    const { ask, open, memoramIs, sent } = setUp();
    await open(failing);
    memoramIs(gateway(async () => answer(401), failing));
    for (let count = 0; count < 5; count += 1) expect(await isOpen(ask("POST"))).toBe(true);
    expect(sent.filter(({ method }) => method !== "GET")).toEqual([]);
    memoramIs(async (request) => answer(isTrial(request) ? 404 : 201));
    expect((await ask("POST")).status).toBe(201);
    expect(sent.filter(({ method }) => method !== "GET")).toHaveLength(1);
  });

  it("trusts no trial after a call failed that one had let through", async () => {
    const { ask, open, memoramIs, sent } = setUp();
    await open(refused);
    memoramIs(gateway(fine, refused));
    expect(await isOpen(ask("POST"))).toBe(false);
    for (let count = 0; count < 5; count += 1) expect(await isOpen(ask("POST"))).toBe(true);
    expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
    memoramIs(fine);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask("PATCH")));
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200));
    expect(sent.filter(({ method }) => method === "PATCH")).toHaveLength(100);
  });

  it.each<[string, Behaviour]>([
    ["200", fine],
    ["404", async () => answer(404)],
    ["429", async () => answer(429)],
    [
      "something unreadable",
      async () => {
        throw new AppError("memoram-bad-response");
      },
    ],
  ])("closes once a real read is answered with %s", async (_, how) => {
    const { ask, open, memoramIs, sent } = setUp();
    await open(failing);
    memoramIs(how);
    await ask().catch(() => undefined);
    memoramIs(fine);
    sent.length = 0;
    await Promise.all([ask("POST"), ask(), ask("DELETE")]);
    expect(sent.filter(isTrial)).toEqual([]);
  });

  it("gets the exchange for a token, without which no call could ever go through", async () => {
    const { guarded, open, memoramIs, sent } = setUp();
    await open(failing);
    memoramIs(fine);
    const url = `${baseUrl}/auth/token`;
    const exchange = { method: "POST", url, headers: {}, changesNothing: true } as const;
    expect((await guarded(exchange, new AbortController().signal)).status).toBe(200);
    expect(sent.map(({ method }) => method)).toEqual(["GET", "POST"]);
  });

  it("is not sent a write whose caller was told that it was not sent", async () => {
    const { ask, open, memoramIs, sent, spendPatience } = setUp();
    await open(failing);
    await spendPatience();
    memoramIs(gateway(fine, slow(turnMs + 500, 404)));
    const asking = timed(ask("POST"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asking).toEqual({ outcome: "memoram-unavailable", ms: turnMs });
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
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
