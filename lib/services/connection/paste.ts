import "server-only";
import { sentences } from "@/lib/contract/sentences";
import {
  addConnection,
  type ConnectionRow,
  changeIfUnchanged,
  dropIfUnchanged,
  findConnection,
} from "@/lib/db/connections";
import { LeaseBusyError } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { AppError, invalid, isAppError } from "@/lib/errors";
import { askAlone, askWith, bindRequest } from "@/lib/services/connection/ask";
import { freshKey } from "@/lib/services/connection/fresh-key";
import { requestForPastedKey } from "@/lib/services/connection/pasted-key";
import { newReference } from "@/lib/services/connection/reference";
import { openSecret } from "@/lib/services/connection/secrets";

/** A request, or a key that a sign-in proved, is not given up before the new key is accepted. */
const worthKeeping = (row: ConnectionRow) =>
  row.status !== "disconnected" && (row.accessRequestId !== null || row.provenance === "oauth");

type Trial = {
  row: ConnectionRow;
  /** Puts back what was there, unless something has happened to it. */
  undo: () => Promise<unknown>;
};

/**
 * Stores what it takes to find our own request again after a crash: a reference, and, where there
 * is nothing to lose, the key. @returns null when the connection is being changed by somebody else.
 */
async function beginTrial(
  userId: string,
  previous: ConnectionRow | null,
  columns: Awaited<ReturnType<typeof freshKey>>,
): Promise<Trial | null> {
  if (previous === null) {
    if (!(await addConnection({ userId, ...columns }))) return null;
    const row = await findConnection(userId);
    return row && { row, undo: () => dropIfUnchanged(row) };
  }
  const { requestReference } = columns;
  const kept = worthKeeping(previous);
  const stored = await changeIfUnchanged(previous, kept ? { requestReference } : columns);
  if (!stored) return null;
  const row = { ...previous, ...(kept ? { requestReference } : columns) };
  const before = kept ? { requestReference: previous.requestReference } : previous;
  return { row, undo: () => changeIfUnchanged(row, before) };
}

async function tryKey(userId: string, memoryKey: string): Promise<ConnectionRow | null> {
  const previous = await findConnection(userId);
  if (previous?.status === "approved") {
    throw invalid("memoryKey", sentences.alreadyConnected);
  }
  // The key that is there already: nothing to try, at most to ask with.
  if (previous && (await openSecret(previous, "memoryKey")) === memoryKey) return askWith(previous);

  // A reference is left over where an earlier attempt was cut off: it finds what that one made.
  const reference = previous?.requestReference ?? newReference();
  const columns = await freshKey(userId, {
    provenance: "pasted",
    memoryKey,
    userTokens: null,
    requestReference: reference,
  });
  const trial = await beginTrial(userId, previous, columns);
  if (trial === null) return findConnection(userId);
  try {
    const reason = env().MEMORAM_ACCESS_REASON;
    const request = await requestForPastedKey(memoryKey, reference, reason);
    return await bindRequest(trial.row, request, columns);
  } catch (error) {
    if (isAppError(error, "validation-failed")) await trial.undo();
    throw error;
  }
}

/**
 * Connects with a Memory Key that the person typed in [D: "obtained from the user directly"]. Such
 * a key proves nothing: it signs nobody in, and only an access request that this call makes, new
 * and pending, may be used; see docs/decisions. When it is refused, what was there stays; when
 * Memoram cannot be asked, a request or a proven key that was there stays too.
 * @throws AppError validation-failed, memoram-*.
 */
export async function pasteMemoryKey(
  userId: string,
  memoryKey: string,
): Promise<ConnectionRow | null> {
  try {
    return await askAlone(userId, () => tryKey(userId, memoryKey));
  } catch (error) {
    if (error instanceof LeaseBusyError) throw new AppError("memoram-timeout", { cause: error });
    throw error;
  }
}
