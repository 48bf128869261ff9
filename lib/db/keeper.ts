import "server-only";

/**
 * Whose copies: what was kept while a person was connected as one Memoram user is nothing to the
 * Memoram user they may connect as later.
 */
export type Keeper = { userId: string; memoramUserId: string };

/** Just these two: what stands beside them in a wider object is no column. */
export const ofKeeper = ({ userId, memoramUserId }: Keeper): Keeper => ({ userId, memoramUserId });
