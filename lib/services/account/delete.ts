import "server-only";
import { eraseAccount, eraseCounts } from "@/lib/db/account-deletion";
import { countNoMore, subjectHash } from "@/lib/services/rate-limits/take";

/**
 * Erases everything that Keepsake keeps of a person, their sessions included. Nothing is asked of
 * Memoram: their memories there stay, and so does the access that they granted, until they take it
 * back there.
 */
export async function deleteAccount(userId: string): Promise<void> {
  const hash = subjectHash("person", userId);
  await eraseAccount(userId, hash);
  // A call that was let in before may be about to count.
  countNoMore(hash);
  await eraseCounts(hash);
}
