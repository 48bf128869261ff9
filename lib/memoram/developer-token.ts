import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProblemCode } from "@/lib/contract/problem";
import { AppError } from "@/lib/errors";

/** What `POST /auth/token` gave: the JWT and its end, in milliseconds since 1970. */
export type Exchanged = { token: string; expiresAt: number };

/** Why an exchange failed: enough to throw the same error elsewhere. */
export type ExchangeFailure = { code: ProblemCode; retryAfterSeconds?: number };

/** The shared row: `version` grows with every exchange, `failures` with every refused one. */
export type StoredToken = {
  token: string | null;
  version: number;
  expiresAt: number;
  refreshAfter: number;
  failures: number;
  failure: ExchangeFailure | null;
};

/** Where all instances share one token. Each method is one short statement or transaction. */
export interface DeveloperTokenStore {
  read(): Promise<StoredToken>;
  /** Takes the right to exchange for `ttlMs`; false while somebody else holds it. */
  take(holder: string, ttlMs: number): Promise<boolean>;
  /** Stores a token if `holder` still holds the right and nobody stored a newer one. */
  write(
    holder: string,
    basedOn: number,
    token: Exchanged & { refreshAfter: number },
  ): Promise<boolean>;
  /** Notes that an exchange failed, for those who wait for it now. */
  fail(failure: ExchangeFailure): Promise<void>;
  release(holder: string): Promise<void>;
}

export type DeveloperToken = { value: string; version: number };

export interface DeveloperTokens {
  /** A token that is good now. */
  get(signal: AbortSignal): Promise<DeveloperToken>;
  /** A newer token than `refused`, which Memoram answered with 401. */
  replace(refused: number, signal: AbortSignal): Promise<DeveloperToken>;
}

/**
 * Longer than the one attempt of an exchange (5 s), and short enough that those who wait behind a
 * holder that crashed still get their token in their own time (12 s).
 */
const LEASE_MS = 8_000;
const WAIT_MS = 12_000;
const REFRESH_AT = 0.8;
const NEVER_REFUSED = -1;

/**
 * The developer JWT, exchanged once for all instances [D: POST /auth/token, short-lived]. At 80 %
 * of its life one holder of a lease refreshes it while the others go on with the old one; when it
 * has ended they wait for the holder. A failure reaches those who waited and is not kept.
 * @throws AppError whatever `exchange` throws; memoram-timeout when `signal` ends.
 */
export function createDeveloperTokens(options: {
  store: DeveloperTokenStore;
  exchange: () => Promise<Exchanged>;
  now?: () => number;
}): DeveloperTokens {
  const { store, exchange, now = Date.now } = options;
  const inFlight = new Map<number, Promise<DeveloperToken>>();

  const refresh = async (holder: string, refused: number, failuresSeen: number) => {
    // Between reading and taking the lease somebody may have finished: look again.
    const row = await store.read();
    const good = usable(row, refused, now());
    if (good && now() < row.refreshAfter) return good;
    if (!good) throwNewFailure(row, failuresSeen);
    const startedAt = now();
    try {
      const fresh = await exchange();
      const refreshAfter = startedAt + (fresh.expiresAt - startedAt) * REFRESH_AT;
      await store.write(holder, row.version, { ...fresh, refreshAfter });
      return { value: fresh.token, version: row.version + 1 };
    } catch (error) {
      if (good) return { ...good, refreshFailed: true };
      await store.fail(failureOf(error));
      throw error;
    }
  };

  const obtain = async (refused: number): Promise<DeveloperToken> => {
    const deadline = now() + WAIT_MS;
    const holder = randomUUID();
    let failuresSeen: number | undefined;
    while (now() < deadline) {
      const row = await store.read();
      failuresSeen ??= row.failures;
      const good = usable(row, refused, now());
      if (good && now() < row.refreshAfter) return good;
      if (!good) throwNewFailure(row, failuresSeen);
      if (await store.take(holder, LEASE_MS)) {
        let keepsLease = false;
        try {
          const { refreshFailed, ...token }: Refreshed = await refresh(
            holder,
            refused,
            failuresSeen,
          );
          // Left to end by itself, so that not every call until then tries in vain.
          keepsLease = refreshFailed === true;
          return token;
        } finally {
          if (!keepsLease) await store.release(holder);
        }
      }
      if (good) return good;
      await sleep(40 + Math.random() * 60);
    }
    throw new AppError("memoram-timeout");
  };

  const shared = (refused: number, signal: AbortSignal) => {
    const running = inFlight.get(refused);
    if (running) return orTimeout(running, signal);
    const promise = obtain(refused).finally(() => inFlight.delete(refused));
    inFlight.set(refused, promise);
    return orTimeout(promise, signal);
  };

  return {
    get: (signal) => shared(NEVER_REFUSED, signal),
    replace: (refused, signal) => shared(refused, signal),
  };
}

type Refreshed = DeveloperToken & { refreshFailed?: boolean };

function failureOf(error: unknown): ExchangeFailure {
  if (!(error instanceof AppError)) return { code: "internal" };
  const { code, retryAfterSeconds } = error;
  return retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds };
}

/** @throws AppError when an exchange failed since `failuresSeen`: the one that was waited for. */
function throwNewFailure({ failures, failure }: StoredToken, failuresSeen: number): void {
  if (failures <= failuresSeen || failure === null) return;
  const { code, retryAfterSeconds } = failure;
  throw new AppError(code, { retryAfterSeconds });
}

function usable(row: StoredToken, refused: number, at: number): DeveloperToken | null {
  if (row.token === null || row.version <= refused || at >= row.expiresAt) return null;
  return { value: row.token, version: row.version };
}

/** Whoever shares the work still keeps to their own time. */
function orTimeout<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(new AppError("memoram-timeout", { cause: signal.reason }));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
