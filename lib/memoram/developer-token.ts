import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ProblemCode } from "@/lib/contract/problem";
import { AppError } from "@/lib/errors";

/** What `POST /auth/token` gave: the JWT and its end, in milliseconds since 1970. */
export type Exchanged = { token: string; expiresAt: number };

/** The shared row: `version` grows with every exchange, `failures` with every refused one. */
export type StoredToken = {
  token: string | null;
  version: number;
  expiresAt: number;
  refreshAfter: number;
  failures: number;
  failureCode: ProblemCode | null;
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
  fail(code: ProblemCode): Promise<void>;
  release(holder: string): Promise<void>;
}

export type DeveloperToken = { value: string; version: number };

export interface DeveloperTokens {
  /** A token that is good now. */
  get(signal: AbortSignal): Promise<DeveloperToken>;
  /** A newer token than `refused`, which Memoram answered with 401. */
  replace(refused: number, signal: AbortSignal): Promise<DeveloperToken>;
}

/** Longer than an exchange can take: a crashed holder blocks others no longer than this. */
const LEASE_MS = 15_000;
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

  const refresh = async (holder: string, refused: number) => {
    // Between reading and taking the lease somebody may have finished: look again.
    const row = await store.read();
    const good = usable(row, refused, now());
    if (good && now() < row.refreshAfter) return good;
    const startedAt = now();
    try {
      const fresh = await exchange();
      const refreshAfter = startedAt + (fresh.expiresAt - startedAt) * REFRESH_AT;
      await store.write(holder, row.version, { ...fresh, refreshAfter });
      return { value: fresh.token, version: row.version + 1 };
    } catch (error) {
      if (good) return good;
      const code = error instanceof AppError ? error.code : "internal";
      await store.fail(code);
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
      if (!good && row.failures > failuresSeen && row.failureCode) {
        throw new AppError(row.failureCode);
      }
      if (await store.take(holder, LEASE_MS)) {
        try {
          return await refresh(holder, refused);
        } finally {
          await store.release(holder);
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
