import type { DeveloperTokenStore, StoredToken } from "@/lib/memoram/developer-token";

/** The shared row and its lease, in memory: what several instances see of one database. */
export function memoryTokenStore(now: () => number = Date.now) {
  const row: StoredToken = {
    token: null,
    version: 0,
    expiresAt: 0,
    refreshAfter: 0,
    failures: 0,
    failure: null,
  };
  let lease: { holder: string; until: number } | null = null;
  const store: DeveloperTokenStore = {
    read: async () => ({ ...row }),
    async take(holder, ttlMs) {
      if (lease && lease.until > now()) return false;
      lease = { holder, until: now() + ttlMs };
      return true;
    },
    async write(holder, basedOn, token) {
      if (lease?.holder !== holder || row.version !== basedOn) return false;
      Object.assign(row, token, { version: basedOn + 1, failure: null });
      return true;
    },
    async fail(failure) {
      row.failures += 1;
      row.failure = failure;
    },
    async release(holder) {
      if (lease?.holder === holder) lease = null;
    },
  };
  return { row, store, leaseHolder: () => lease?.holder ?? null };
}
