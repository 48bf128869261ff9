import "server-only";
import { AppError } from "@/lib/errors";
import type { RawAnswer, RawRequest, Transport } from "@/lib/memoram/transport";
import { createTrials, type Failure, failureIn, failureOf, type KeepAlive, within } from "./trials";

/** What the breaker goes by. Times are in milliseconds. */
export const breakerLimits = {
  /** Failures in a row, of whoever asked, that open it: three or four reads, each tried thrice. */
  opensAfter: 10,
  /** How long a call waits to learn that Memoram answers again: of one request of ours, one call. */
  patienceMs: 40,
  /** How long it waits for its turn, once somebody is known to answer. */
  turnMs: 1_000,
  /** For how long the answer to a trial shows that Memoram answers, until a call fails. */
  provenMs: 30_000,
} as const;

/** The cause of an error that was answered without a use in a retry: Memoram is down. */
export class BreakerOpenError extends Error {
  constructor() {
    super("Memoram was found to be down a moment ago.");
    this.name = "BreakerOpenError";
  }
}

/** Of whoever asks: whether they have waited in vain before, since they began. */
export type Patience = { isSpent(): boolean; spend(): void };

/** Milliseconds until a moment of `performance.now()`. */
const left = (until: number) => until - performance.now();

/** What may be sent to see how it ends. */
const isHarmless = ({ method, changesNothing }: RawRequest) => method === "GET" || changesNothing;

/**
 * Keeps callers from waiting for a Memoram that is down. After ten failures in a row (refused,
 * reset, silent, 5xx) it is open, until a call of somebody's is answered with anything but a failure.
 * While it is open, a call is preceded by a trial, a read without credentials that callers share; who
 * does not learn in time that Memoram answers fails with the code of the last failure and
 * {@link BreakerOpenError} as its cause. Once a trial is answered
 * - all calls go through, if nobody had answered before (refused, reset, silent);
 * - one call at a time goes through, if calls had got a 5xx or failed after such a trial: somebody
 *   answers trials, but maybe not calls. A write is then preceded by a trial with its credentials.
 *
 * Who waits how long: docs/decisions/011-the-breaker-tries-first.md. Each process has its own.
 * @param options.trialUrl an address below the API that costs Memoram little
 * @param options.keepAlive is given what goes on after its caller was answered: a host of functions
 *   lets a process stand still once all are answered, and nobody would see how it ends
 * @param options.patience of whoever asks: spent, they wait no more
 */
export function withBreaker(
  transport: Transport,
  options: { baseUrl: string; trialUrl: string; keepAlive: KeepAlive; patience: Patience },
): Transport {
  let failures = 0;
  let last: Failure = "refused";
  let trialsTell = true;
  let provenAt = Number.NEGATIVE_INFINITY;
  /** The one call that is on its way to a Memoram whose trials tell too little. */
  let turn: Promise<true> | null = null;

  const noteFailure = (failure: Failure) => {
    failures += 1;
    last = failure;
    provenAt = Number.NEGATIVE_INFINITY;
    if (failure === "failing") trialsTell = false;
  };

  const { keepAlive, patience } = options;

  const trials = createTrials(transport, {
    trialUrl: options.trialUrl,
    keepAlive,
    note(failure) {
      if (failure === null) provenAt = performance.now();
      else noteFailure(failure);
    },
  });

  const isOpen = () => failures >= breakerLimits.opensAfter;

  const refusal = () => {
    patience.spend();
    const code = last === "silent" ? "memoram-timeout" : "memoram-unavailable";
    return new AppError(code, { cause: new BreakerOpenError() });
  };

  const close = () => {
    failures = 0;
    trialsTell = true;
  };

  const attempt: Transport = async (request, signal) => {
    const note = (failure: Failure | null) => (failure === null ? close() : noteFailure(failure));
    let answer: RawAnswer;
    try {
      answer = await transport(request, signal);
    } catch (error) {
      const failure = failureOf(error);
      // Who left, or whose time was over before, learned nothing about Memoram.
      if (failure === null || !signal.aborted) note(failure);
      throw error;
    }
    note(failureIn(answer));
    return answer;
  };

  /** A call that a trial let through: should it fail, trials tell nothing about calls. */
  const attemptAfterTrial: Transport = async (request, signal) => {
    try {
      return await attempt(request, signal);
    } catch (error) {
      if (failureOf(error) !== null && !signal.aborted) trialsTell = false;
      throw error;
    }
  };

  const take = <T>(work: Promise<T>): Promise<T> => {
    const over = () => {
      turn = null;
      return true as const;
    };
    turn = work.then(over, over);
    keepAlive(turn);
    return work;
  };

  /** Goes on without its caller once they have waited enough: what it learns counts for the next. */
  const readInTurn = async (request: RawRequest, signal: AbortSignal, until: number) => {
    const reading = take(attempt(request, signal));
    const ended = reading.then(
      () => true,
      () => true,
    );
    if (!(await within(ended, left(until)))) throw refusal();
    try {
      const answer = await reading;
      if (failureIn(answer) === null) return answer;
    } catch (error) {
      if (failureOf(error) === null || signal.aborted) throw error;
    }
    // Another try would be a retry while Memoram is down.
    throw refusal();
  };

  /** Never sent once its caller was told that it was not. */
  const writeInTurn = async (request: RawRequest, signal: AbortSignal, until: number) => {
    const proven = trials.withCredentials(request.headers.authorization);
    let isGivenUp = false;
    const writing = take(
      proven.then((isProven) => {
        if (isProven && !isGivenUp) return attempt(request, signal);
        // Too late for this write: the answer to a real read lets the next one through.
        if (isProven) close();
        return null;
      }),
    );
    if (!(await within(proven, left(until)))) {
      isGivenUp = true;
      throw refusal();
    }
    const answer = await writing;
    if (answer === null) throw refusal();
    return answer;
  };

  /** A moment of `performance.now()`; now, for who has waited in vain already. */
  const waitUntil = (ms: number) => performance.now() + (patience.isSpent() ? 0 : ms);

  const tryFirst = async (request: RawRequest, signal: AbortSignal, until: number) => {
    const isProven = performance.now() - provenAt < breakerLimits.provenMs;
    if (!isProven && !(await within(trials.shared(), left(until)))) throw refusal();
    if (isOpen() && trialsTell) return attemptAfterTrial(request, signal);
    const turnUntil = waitUntil(breakerLimits.turnMs);
    // How another's turn ends is the answer for all who waited for it.
    if (isOpen() && turn !== null && (!(await within(turn, left(turnUntil))) || isOpen())) {
      throw refusal();
    }
    if (!isOpen()) return attempt(request, signal);
    return isHarmless(request)
      ? readInTurn(request, signal, turnUntil)
      : writeInTurn(request, signal, turnUntil);
  };

  return async (request, signal) => {
    if (!request.url.startsWith(options.baseUrl)) return transport(request, signal);
    if (!isOpen()) return attempt(request, signal);
    return tryFirst(request, signal, waitUntil(breakerLimits.patienceMs));
  };
}
