import type { Memory } from "@/lib/contract/memory";

/**
 * `idle`: nothing was asked for. `loading`: under way for the first time, so whatever is counted
 * may still grow. `complete`: everything is here. `refreshing`: everything was here and is being
 * read again. `failed`: see `error`; what had arrived is still shown, unless access was lost.
 */
export type CollectionStatus = "idle" | "loading" | "refreshing" | "complete" | "failed";

/** The collection at one moment. Never changed in place: another state is another object. */
export type CollectionSnapshot = {
  readonly status: CollectionStatus;
  /** How many memories are here. */
  readonly loaded: number;
  /** How many there are in all; null until everything was here once, as nobody knows before. */
  readonly total: number | null;
  /** Why the last attempt failed; null once one succeeds. */
  readonly error: unknown;
  /** In no order of meaning (see `useCollectionView`); the same array until one of them changes. */
  readonly memories: readonly Memory[];
  /** When everything was here last, in milliseconds since 1970; null before the first time. */
  readonly completedAt: number | null;
  /** Something is being read and nothing has come for 3 s. */
  readonly slow: boolean;
  /** When the next attempt begins by itself, in milliseconds since 1970; null if it does not. */
  readonly retryAt: number | null;
};

export const emptyCollection: CollectionSnapshot = {
  status: "idle",
  loaded: 0,
  total: null,
  error: null,
  memories: [],
  completedAt: null,
  slow: false,
  retryAt: null,
};
