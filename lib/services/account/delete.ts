import "server-only";
import { eraseAccount } from "@/lib/db/account-deletion";
import { subjectHash } from "@/lib/services/rate-limits/take";

/**
 * Erases everything that Keepsake keeps of a person, their sessions included. Nothing is asked of
 * Memoram: their memories there stay, and so does the access that they granted, until they take it
 * back there.
 */
export function deleteAccount(userId: string): Promise<void> {
  return eraseAccount(userId, subjectHash("person", userId));
}
