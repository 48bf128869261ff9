import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { BreakerOpenError, breakerLimits } from "./breaker";
import {
  answer,
  type Behaviour,
  baseUrl,
  failing,
  failure,
  fine,
  gateway,
  isOpen,
  isTrial,
  late,
  refused,
  setUp,
  silent,
  slow,
  timed,
  trialUrl,
} from "./testing/guarded";
import { trialLimits } from "./trials";

const { opensAfter, patienceMs, turnMs } = breakerLimits;
const { trialMs } = trialLimits;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

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

it("lets everybody through at once when the first is answered, however many ask", async () => {
  const { ask, open, memoramIs, sent } = setUp();
  await open(failing);
  memoramIs(gateway(fine, slow(400, 404)));
  const asking = Array.from({ length: 30 }, () => timed(ask()));
  await vi.advanceTimersByTimeAsync(2_000);
  for (const { outcome } of await Promise.all(asking)) expect(outcome).toBe(404);
  expect(sent.filter(isTrial)).toHaveLength(1);
});

it("tells of silence once a trial ended by its own time", async () => {
  const { ask, open, memoramIs } = setUp();
  await open(refused);
  memoramIs(silent);
  ask().catch(() => undefined);
  await vi.advanceTimersByTimeAsync(trialMs);
  const asking = failure(ask());
  await vi.advanceTimersByTimeAsync(patienceMs);
  expect((await asking).code).toBe("memoram-timeout");
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

  it.each([
    ["GET", fine, slow(turnMs + 500)],
    ["POST", fine, slow(turnMs + 500, 404)],
  ] as const)(
    "sees a %s in its turn to its end when its caller has left",
    async (method, trial, call) => {
      const { ask, open, memoramIs, kept } = setUp();
      await open(failing);
      memoramIs(gateway(trial, call));
      const asking = timed(ask(method));
      await vi.advanceTimersByTimeAsync(turnMs);
      expect(await asking).toEqual({ outcome: "memoram-unavailable", ms: turnMs });
      let isOver = false;
      void Promise.all(kept).then(() => {
        isOver = true;
      });
      await vi.advanceTimersByTimeAsync(499);
      // The trial, and what had its turn.
      expect([kept.length, isOver]).toEqual([2, false]);
      await vi.advanceTimersByTimeAsync(1);
      expect(isOver).toBe(true);
      memoramIs(fine);
      expect((await ask("PATCH")).status).toBe(200);
    },
  );

  it("is not sent a write whose caller was told that it was not sent", async () => {
    const { ask, open, memoramIs, sent } = setUp();
    await open(failing);
    memoramIs(gateway(fine, slow(turnMs + 500, 404)));
    const asking = timed(ask("POST"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asking).toEqual({ outcome: "memoram-unavailable", ms: turnMs });
    expect(sent.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });
});
