import "server-only";
import { isAppError } from "@/lib/errors";
import { after } from "@/lib/memoram/limit";
import type { RawAnswer, Transport } from "@/lib/memoram/transport";

/** What trials go by. Times are in milliseconds. */
export const trialLimits = {
  /** How long one trial is waited for: longer than Memoram takes on a slow day. */
  trialMs: 2_500,
  /** How many trials may wait at once; beyond it those who ask share the newest. */
  trials: 4,
  /** The newest trial is shared while it is younger than this; the more wait, the longer. */
  freshMs: 100,
} as const;

/** `silent`, `refused` (reset, unreachable), or `failing`: it answered, with a 5xx. */
export type Failure = "silent" | "refused" | "failing";

/** Null for what is no failure of Memoram's to answer. */
export function failureOf(error: unknown): Failure | null {
  if (isAppError(error, "memoram-timeout")) return "silent";
  return isAppError(error, "memoram-unavailable") ? "refused" : null;
}

export function failureIn({ status }: RawAnswer): Failure | null {
  return status >= 500 ? "failing" : null;
}

/** Resolves to false when `work` takes longer. */
export function within(work: Promise<boolean>, ms: number): Promise<boolean> {
  if (ms <= 0) return Promise.race([work, Promise.resolve(false)]);
  let timer: NodeJS.Timeout;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Told of work that is to be seen to its end, also when nobody waits for it; it never rejects. */
export type KeepAlive = (work: Promise<unknown>) => void;

type TrialOptions = {
  trialUrl: string;
  keepAlive: KeepAlive;
  /** Is told how each ended: null for any answer but a failure. */
  note: (failure: Failure | null) => void;
};

/**
 * Reads of an address that costs Memoram little, to learn whether it answers. Each ends by its own
 * time alone, whoever still waits for it.
 */
export function createTrials(transport: Transport, { trialUrl, keepAlive, note }: TrialOptions) {
  const waiting: { startedAt: number; succeeded: Promise<boolean> }[] = [];

  const ask = async (headers: Record<string, string>): Promise<Failure | null> => {
    const controller = new AbortController();
    const cancel = after(trialLimits.trialMs, () => controller.abort());
    try {
      return failureIn(
        await transport({ method: "GET", url: trialUrl, headers }, controller.signal),
      );
    } catch (error) {
      return failureOf(error);
    } finally {
      cancel();
    }
  };

  const begin = () => {
    const succeeded = ask({}).then((failure) => {
      waiting.splice(waiting.indexOf(trial), 1);
      note(failure);
      return failure === null;
    });
    const trial = { startedAt: performance.now(), succeeded };
    waiting.push(trial);
    keepAlive(succeeded);
    return trial;
  };

  return {
    /** Whether a trial without credentials is answered: one that others wait for too, or a new one. */
    shared(): Promise<boolean> {
      const newest = waiting.at(-1);
      if (newest === undefined) return begin().succeeded;
      // Spread over the time of one, so that soon after Memoram's return one of them begins.
      const isFresh =
        performance.now() - newest.startedAt < trialLimits.freshMs * waiting.length ** 2;
      const { succeeded } = isFresh || waiting.length >= trialLimits.trials ? newest : begin();
      return succeeded;
    },
    /** Whether a trial with the credentials of somebody's call is answered. */
    async withCredentials(authorization: string | undefined): Promise<boolean> {
      const failure = await ask(authorization === undefined ? {} : { authorization });
      if (failure !== null) note(failure);
      return failure === null;
    },
  };
}
