import "server-only";
import { AppError } from "@/lib/errors";
import type { RawAnswer, RawRequest, Transport } from "@/lib/memoram/transport";
import { createTrials, type Failure, failureIn, failureOf, trialLimits, within } from "./trials";

/** What the breaker goes by. Times are in milliseconds. */
export const breakerLimits = {
  /** Failures in a row, of whoever asked, that open it: three or four reads, each tried thrice. */
  opensAfter: 10,
  /** How long a call waits to learn that Memoram answers again. */
  patienceMs: 60,
  /** How long it waits for its turn, once somebody is known to answer. */
  turnMs: 1_000,
  /** Where processes freeze, one caller at a time waits as long as a trial takes; so long after it
   * another one may. */
  patientAgainMs: 1_500,
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

/** How long a caller waits: until a moment of `performance.now()`; a patient one longer. */
type Patience = { until: number; isPatient: boolean };

const left = ({ until }: Patience) => until - performance.now();

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
 * @param options.mayFreeze whether the process may stand still once its callers are answered, as on
 *   a host of functions: then nobody would see a trial's end unless somebody waits for it
 */
export function withBreaker(
  transport: Transport,
  options: { baseUrl: string; trialUrl: string; mayFreeze?: boolean },
): Transport {
  let failures = 0;
  let last: Failure = "refused";
  let trialsTell = true;
  let provenAt = Number.NEGATIVE_INFINITY;
  let patientFrom = 0;
  /** The one call that is on its way to a Memoram whose trials tell too little. */
  let turn: Promise<true> | null = null;

  const noteFailure = (failure: Failure) => {
    failures += 1;
    last = failure;
    provenAt = Number.NEGATIVE_INFINITY;
    if (failure === "failing") trialsTell = false;
  };

  const trials = createTrials(transport, options.trialUrl, (failure) => {
    if (failure === null) provenAt = performance.now();
    else noteFailure(failure);
  });

  const isOpen = () => failures >= breakerLimits.opensAfter;

  const refusal = () => {
    const code = last === "silent" ? "memoram-timeout" : "memoram-unavailable";
    return new AppError(code, { cause: new BreakerOpenError() });
  };

  const attempt: Transport = async (request, signal) => {
    const note = (failure: Failure | null) => {
      if (failure !== null) return noteFailure(failure);
      failures = 0;
      trialsTell = true;
    };
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
    return work;
  };

  /** Goes on without its caller once they have waited enough: what it learns counts for the next. */
  const readInTurn = async (request: RawRequest, signal: AbortSignal, patience: Patience) => {
    const reading = take(attempt(request, signal));
    const ended = reading.then(
      () => true,
      () => true,
    );
    if (!patience.isPatient && !(await within(ended, left(patience)))) throw refusal();
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
  const writeInTurn = async (request: RawRequest, signal: AbortSignal, patience: Patience) => {
    const proven = trials.withCredentials(request.headers.authorization);
    let isGivenUp = false;
    const writing = take(
      proven.then((isProven) => (isProven && !isGivenUp ? attempt(request, signal) : null)),
    );
    if (!(await within(proven, left(patience)))) {
      isGivenUp = true;
      throw refusal();
    }
    const answer = await writing;
    if (answer === null) throw refusal();
    return answer;
  };

  const tryFirst = async (request: RawRequest, signal: AbortSignal, patience: Patience) => {
    const isProven = performance.now() - provenAt < breakerLimits.provenMs;
    if (!isProven && !(await within(trials.shared(), left(patience)))) throw refusal();
    if (isOpen() && trialsTell) return attemptAfterTrial(request, signal);
    const until = Math.max(patience.until, performance.now() + breakerLimits.turnMs);
    const inTurn = { ...patience, until };
    // How another's turn ends is the answer for all who waited for it.
    if (isOpen() && turn !== null && (!(await within(turn, left(inTurn))) || isOpen())) {
      throw refusal();
    }
    if (!isOpen()) return attempt(request, signal);
    return isHarmless(request)
      ? readInTurn(request, signal, inTurn)
      : writeInTurn(request, signal, inTurn);
  };

  return async (request, signal) => {
    if (!request.url.startsWith(options.baseUrl)) return transport(request, signal);
    if (!isOpen()) return attempt(request, signal);
    const now = performance.now();
    const isPatient = options.mayFreeze === true && now >= patientFrom;
    if (!isPatient) {
      const until = now + breakerLimits.patienceMs;
      return tryFirst(request, signal, { until, isPatient });
    }
    patientFrom = Number.POSITIVE_INFINITY;
    try {
      // A trial ends by its own time; the little more lets its end be seen.
      const until = now + trialLimits.trialMs + breakerLimits.patienceMs;
      return await tryFirst(request, signal, { until, isPatient });
    } finally {
      patientFrom = performance.now() + breakerLimits.patientAgainMs;
    }
  };
}
