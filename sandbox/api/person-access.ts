import { z } from "zod";
import type { SandboxContext } from "../context";
import { sameSecret } from "../secrets";
import { hasApprovedRequest } from "../store/access-requests";
import { findPerson, type Person } from "../store/people";
import { ApiError } from "./errors";

/** `user_id` as the blob and tag calls take it. */
export const userId = z.uuid("must be a uuid").transform((value) => value.toLowerCase());

/** The query of the calls that need nothing but `user_id`. */
export const userQuery = z.strictObject({ user_id: userId });

/**
 * The person whose memories are asked for. Someone unknown is refused like someone who has not
 * approved, so that user ids cannot be tried out.
 * @throws ApiError 403
 */
export async function approvedPerson(
  { database }: SandboxContext,
  personId: string,
): Promise<Person> {
  const person = await findPerson(database, personId);
  if (!person || !(await hasApprovedRequest(database, personId))) {
    throw new ApiError(403, "There is no approved access request for this user.");
  }
  return person;
}

/** For writes: the memory key must belong to the same person. @throws ApiError 403 */
export function checkMemoryKey(person: Person, memoryKey: string): void {
  if (!sameSecret(memoryKey, person.memory_key)) {
    throw new ApiError(403, "The memory key does not belong to this user.");
  }
}
