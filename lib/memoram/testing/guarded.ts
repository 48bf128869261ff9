import { AppError, isAppError } from "@/lib/errors";
import { BreakerOpenError, breakerLimits, type Patience, withBreaker } from "@/lib/memoram/breaker";
import type { RawAnswer, RawRequest, Transport } from "@/lib/memoram/transport";

export const baseUrl = "https://memoram.example/api/v1";
export const trialUrl = `${baseUrl}/access-requests/none`;

export type Behaviour = (request: RawRequest, signal: AbortSignal) => Promise<RawAnswer>;

export const answer = (status: number): RawAnswer => ({
  status,
  retryAfter: undefined,
  text: "{}",
});
export const fine: Behaviour = async () => answer(200);
export const refused: Behaviour = async () => {
  throw new AppError("memoram-unavailable");
};
/** Keeps silent until whoever asks gives up. */
export const silent: Behaviour = (_, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("memoram-timeout")));
  });
export const failing: Behaviour = async () => answer(503);
/** Answers after so many milliseconds. */
export const slow =
  (ms: number, status = 200): Behaviour =>
  (_, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(answer(status)), ms);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(new AppError("memoram-timeout"));
      });
    });
export const isTrial = ({ url }: RawRequest) => url === trialUrl;
/** One thing for trials without credentials, as of a gateway, and another for everything else. */
export const gateway =
  (forTrials: Behaviour, forCalls: Behaviour): Behaviour =>
  (request, signal) =>
    isTrial(request) && request.headers.authorization === undefined
      ? forTrials(request, signal)
      : forCalls(request, signal);
/** Keeps silent until the transport gives up. */
export const silentFor =
  (ms: number): Behaviour =>
  () =>
    new Promise((_resolve, reject) => {
      setTimeout(() => reject(new AppError("memoram-timeout")), ms);
    });
export const late: Behaviour = async () => {
  throw new AppError("memoram-timeout");
};

export const endless: Patience = { isSpent: () => false, spend: () => undefined };

export function setUp(patience: Patience = endless) {
  const kept: Promise<unknown>[] = [];
  const sent: RawRequest[] = [];
  let behaviour: Behaviour = fine;
  const transport: Transport = (request, signal) => {
    sent.push(request);
    return behaviour(request, signal);
  };
  const guarded = withBreaker(transport, {
    baseUrl,
    trialUrl,
    keepAlive: (work) => void kept.push(work),
    patience,
  });
  const ask = (method: RawRequest["method"] = "GET", url = `${baseUrl}/memory-blobs`) =>
    guarded(
      { method, url, headers: { authorization: "Bearer jwt" } },
      new AbortController().signal,
    );
  return {
    sent,
    /** What is to be seen to its end without a caller. */
    kept,
    ask,
    guarded,
    memoramIs(next: Behaviour) {
      behaviour = next;
    },
    async open(how: Behaviour = refused) {
      behaviour = how;
      for (let count = 0; count < breakerLimits.opensAfter; count += 1)
        await ask().catch(() => undefined);
      sent.length = 0;
    },
  };
}

/** What became of it, and after how many milliseconds. */
export async function timed(
  work: Promise<RawAnswer>,
): Promise<{ outcome: number | string; ms: number }> {
  const startedAt = performance.now();
  const outcome = await work.then(
    ({ status }) => status,
    (error: unknown) => (isAppError(error) ? error.code : "unknown"),
  );
  return { outcome, ms: performance.now() - startedAt };
}

export async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (isAppError(error)) return error;
  throw error ?? new Error("Nothing failed.");
}

export const isOpen = async (work: Promise<unknown>) =>
  (await failure(work)).cause instanceof BreakerOpenError;
