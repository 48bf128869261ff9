import "server-only";
import { sentences } from "@/lib/contract/sentences";
import { ownerOfRequest } from "@/lib/db/connections";
import { wasForgotten } from "@/lib/db/forgotten-requests";
import { invalid } from "@/lib/errors";
import type { AccessRequest } from "@/lib/memoram/access-requests";
import { isRefusal } from "@/lib/memoram/status-error";
import { withReference } from "@/lib/services/connection/reference";
import { memoram } from "@/lib/services/runtime";

/** A pasted key proves nothing: only a request that this connection made, new and pending, counts. */
export const signInInstead = () => invalid("memoryKey", sentences.memoryKeyNotProven);

async function create(memoryKey: string, reason: string): Promise<AccessRequest> {
  try {
    return await memoram().accessRequests.create(memoryKey, reason);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw invalid("memoryKey", sentences.memoryKeyUnknown, error);
  }
}

/**
 * A new request for a pasted key. The reference in its reason was stored before the request was
 * sent: after a crash it tells our own request from everybody else's, and it tells a request that
 * was just made from one that Memoram had already.
 * @throws AppError validation-failed when Memoram does not know the key, or answers with a request
 *   that existed before or is not pending; memoram-*. MemoramStatusError when the list is refused.
 */
export async function requestForPastedKey(
  memoryKey: string,
  reference: string,
  reason: string,
): Promise<AccessRequest> {
  const isOurs = (request: AccessRequest) =>
    request.reason?.endsWith(withReference("", reference)) &&
    request.memoryKey === memoryKey &&
    request.status === "pending";
  const before = await memoram().accessRequests.list();
  const ours = before.find(isOurs);
  if (ours) return ours;
  const request = await create(memoryKey, withReference(reason, reference));
  const isKnown =
    before.some(({ id }) => id === request.id) ||
    (await ownerOfRequest(request.id)) !== null ||
    (await wasForgotten(request.id));
  if (isKnown || !isOurs(request)) throw signInInstead();
  return request;
}
