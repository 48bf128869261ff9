import "server-only";
import { AppError, isAppError } from "@/lib/errors";
import type { RawAnswer, Transport } from "@/lib/memoram/transport";

/** What the breaker goes by. Times are in milliseconds. */
export const breakerLimits = {
  /** Failures in a row, of whoever asked, that open it: three or four reads, each tried thrice. */
  opensAfter: 10,
  /** How long a call waits for the trial while Memoram was last seen to refuse or to fail. */
  patienceMs: 1_000,
  /** The same while Memoram was last seen to keep silent: a longer wait would only be silence. */
  silentPatienceMs: 60,
  /** A trial that is older than this is not the one that learns of Memoram's return. */
  trialFreshMs: 100,
  /** How long one trial is waited for: longer than Memoram takes on a slow day. */
  trialMs: 2_500,
  /** How many trials may wait at once; beyond it the oldest is given up. */
  trials: 4,
} as const;

/** The cause of an error that was answered without asking Memoram: there is no use in a retry. */
export class BreakerOpenError extends Error {
  constructor() {
    super("Memoram was found to be down a moment ago.");
    this.name = "BreakerOpenError";
  }
}

type Failure = "memoram-unavailable" | "memoram-timeout";

function failureOf(error: unknown): Failure | null {
  if (!isAppError(error, "memoram-unavailable", "memoram-timeout")) return null;
  return error.code === "memoram-timeout" ? "memoram-timeout" : "memoram-unavailable";
}

type Trial = { startedAt: number; controller: AbortController; succeeded: Promise<boolean> };

/** Resolves to false when `work` takes longer. */
function within(work: Promise<boolean>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Keeps callers from waiting for a Memoram that is down. After ten failures in a row (refused,
 * reset, silent, 5xx) every call is preceded by a trial, a read without credentials that several
 * callers share: when anything but a failure answers it, all goes on as before, also the call that
 * caused it; otherwise the call fails at once, with the code of the last failure and
 * {@link BreakerOpenError} as its cause. A write is never a trial.
 *
 * There is no fixed time during which everything is refused: the first call after Memoram's return
 * already goes through (docs/decisions/011-the-breaker-tries-first.md). Each process has its own.
 * @param options.trialUrl an address below the API that costs Memoram little
 */
export function withBreaker(
  transport: Transport,
  options: { baseUrl: string; trialUrl: string },
): Transport {
  let failures = 0;
  let last: Failure = "memoram-unavailable";
  let trials: Trial[] = [];

  const note = (failure: Failure | null) => {
    failures = failure === null ? 0 : failures + 1;
    if (failure !== null) last = failure;
  };

  const attempt: Transport = async (request, signal) => {
    let answer: RawAnswer;
    try {
      answer = await transport(request, signal);
    } catch (error) {
      const failure = failureOf(error);
      // Who left, or whose time was over before, learned nothing about Memoram.
      if (failure === null || !signal.aborted) note(failure);
      throw error;
    }
    note(answer.status >= 500 ? "memoram-unavailable" : null);
    return answer;
  };

  const begin = (): Trial => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      note("memoram-timeout");
      controller.abort();
    }, breakerLimits.trialMs);
    const request = { method: "GET", url: options.trialUrl, headers: {} } as const;
    const trial: Trial = {
      startedAt: performance.now(),
      controller,
      succeeded: attempt(request, controller.signal)
        .then(({ status }) => status < 500)
        .catch((error: unknown) => failureOf(error) === null)
        .finally(() => {
          clearTimeout(timer);
          trials = trials.filter((one) => one !== trial);
        }),
    };
    trials.push(trial);
    if (trials.length > breakerLimits.trials) trials[0]?.controller.abort();
    return trial;
  };

  const answersAgain = () => {
    const newest = trials.at(-1);
    const isFresh =
      newest !== undefined && performance.now() - newest.startedAt < breakerLimits.trialFreshMs;
    const { succeeded } = isFresh ? newest : begin();
    const isSilent = last === "memoram-timeout";
    return within(succeeded, isSilent ? breakerLimits.silentPatienceMs : breakerLimits.patienceMs);
  };

  return async (request, signal) => {
    if (!request.url.startsWith(options.baseUrl)) return transport(request, signal);
    if (failures >= breakerLimits.opensAfter && !(await answersAgain())) {
      throw new AppError(last, { cause: new BreakerOpenError() });
    }
    return attempt(request, signal);
  };
}
