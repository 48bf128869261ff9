import "server-only";
import { TRASH_DAYS } from "@/lib/contract/trash";

const DAY_MS = 24 * 3_600_000;

/** What was deleted before this has expired: it is not shown, not restored, and erased. */
export const trashSince = (now = Date.now()) => new Date(now - TRASH_DAYS * DAY_MS);

/** When what was deleted then expires. */
export const expiryOf = (deletedAt: Date) => new Date(deletedAt.getTime() + TRASH_DAYS * DAY_MS);

/**
 * A deletion that is in doubt for longer than this is no longer under way, neither here (a call has
 * 12 s) nor on the road to Memoram.
 */
const UNDER_WAY_MS = 60_000;

/** A deletion begun before this is either done or will not be. */
export const settledBefore = (now = Date.now()) => new Date(now - UNDER_WAY_MS);
