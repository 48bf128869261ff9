import "server-only";
import { isAppError } from "@/lib/errors";
import { BreakerOpenError } from "@/lib/memoram/breaker";
import { wasNeverSent } from "@/lib/memoram/sent";
import { isRefusal, type MemoramStatusError } from "@/lib/memoram/status-error";

/** What is thrown before a write is sent, or instead of it being done. */
const beforeWriting = [
  "not-connected",
  "access-pending",
  "access-rejected",
  "access-revoked",
  "memoram-credentials",
  "memoram-rate-limited",
] as const;

/** The 4xx with which Memoram refused, whatever it has been translated into. */
function refusalIn(error: unknown): MemoramStatusError | null {
  const refusal = isAppError(error) ? error.cause : error;
  return isRefusal(refusal) && refusal.status >= 400 && refusal.status < 500 ? refusal : null;
}

/** Memoram refused a write, or was never asked for it. Anything else leaves it in doubt. */
export function nothingHappened(error: unknown): boolean {
  if (isAppError(error) && error.cause instanceof BreakerOpenError) return true;
  if (wasNeverSent(error)) return true;
  return refusalIn(error) !== null || isAppError(error, ...beforeWriting);
}

/** Memoram says that what was to be written to is not there. */
export function isGone(error: unknown): boolean {
  const status = refusalIn(error)?.status;
  return status === 404 || status === 410;
}
