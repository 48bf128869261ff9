import "server-only";
import { knownRequestIds, ownerOfRequest } from "@/lib/db/connections";
import type { AccessRequest } from "@/lib/memoram/access-requests";
import { isRefusal } from "@/lib/memoram/status-error";
import { bearsReference } from "@/lib/services/connection/reference";
import { memoram } from "@/lib/services/runtime";

/** Five known requests, the list and the POST together stay within the lease of `ask`. */
const KNOWN_CALL_MS = 4_000;

async function readKnown(id: string): Promise<AccessRequest | null> {
  try {
    return await memoram().accessRequests.read(id, KNOWN_CALL_MS);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** A request that we did not note, as we do after making it: some crash came in between. */
async function isUnnoted(request: AccessRequest): Promise<boolean> {
  // One with a reference was made for somebody who pasted this key, and is theirs.
  if (bearsReference(request.reason)) return false;
  return (await ownerOfRequest(request.id)) === null;
}

/** A live request of ours with the same key, so that the person is not asked twice. */
async function findLiveRequest(userId: string, memoryKey: string): Promise<AccessRequest | null> {
  const fits = ({ status, ...request }: AccessRequest) =>
    (status === "pending" || status === "approved") && request.memoryKey === memoryKey;
  const known = await knownRequestIds(userId);
  for (const id of known) {
    const request = await readKnown(id);
    if (request && fits(request)) return request;
  }
  for (const request of await memoram().accessRequests.list()) {
    if (!fits(request)) continue;
    if ((await ownerOfRequest(request.id)) === userId || (await isUnnoted(request))) return request;
  }
  return null;
}

/**
 * A request for a key that Memoram gave us with a sign-in: a live one of ours, else a new one.
 * @throws AppError memoram-*; MemoramStatusError when Memoram refuses.
 */
export async function requestForProvenKey(
  userId: string,
  memoryKey: string,
  reason: string,
): Promise<AccessRequest> {
  const live = await findLiveRequest(userId, memoryKey);
  return live ?? memoram().accessRequests.create(memoryKey, reason);
}
