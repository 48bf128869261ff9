import "server-only";
import { sentences } from "@/lib/contract/sentences";
import { KEPT_VERSIONS, type MemoryVersion } from "@/lib/contract/version";
import { findVersion, listVersions, type VersionRow } from "@/lib/db/versions";
import { AppError } from "@/lib/errors";
import { aboutId, assertConnected, withAccess } from "@/lib/services/connection/access";
import type { Expected } from "@/lib/services/memories/alone";
import {
  type Change,
  changeMemory,
  type NewContent,
  sameTags,
} from "@/lib/services/memories/change";
import type { Found } from "@/lib/services/memories/changing";
import { type KeptCopy, openCopy, verbatimContent } from "@/lib/services/memories/kept-copy";
import { assertOwn, type Versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** A restored memory took its history along: every version bears the id it has now. */
async function present(row: VersionRow): Promise<MemoryVersion[]> {
  const copy = await openCopy(row, "MemoryVersion");
  if (copy === null) return [];
  const memory = { ...copy.memory, id: row.memoryId };
  return [{ id: row.id, memory, replacedAt: row.replacedAt.toISOString() }];
}

/**
 * The earlier versions of a memory that is there, newest first.
 * @throws AppError not-found; what `withAccess` throws.
 */
export function listMemoryVersions(userId: string, id: string): Promise<MemoryVersion[]> {
  return withAccess(userId, "read", async (access) => {
    assertOwn(await aboutId(() => memoram().memoryBlobs.read(access.memoramUserId, id)), access);
    const rows = await listVersions(access, id, KEPT_VERSIONS);
    return (await Promise.all(rows.map(present))).flat();
  });
}

function contentBack({ memory, stored }: Found, copy: KeptCopy): NewContent | undefined {
  const verbatim = verbatimContent(copy);
  if (verbatim !== null) return verbatim === stored ? undefined : { verbatim };
  const text = copy.memory.content ?? "";
  const isSame = memory.contentState === "decrypted" && memory.content === text;
  return isSame ? undefined : { text };
}

/** What has to be written for a memory to be as it was: only what differs, null for what it lacked. */
function wayBack(found: Found, copy: KeptCopy): Change | null {
  const fields: Change["fields"] = {};
  const { memory: now } = found;
  const { memory: then } = copy;
  if (then.title !== now.title) fields.title = then.title;
  if (then.summary !== now.summary) fields.summary = then.summary;
  if (then.importance !== now.importance) fields.importance = then.importance;
  if (then.confidence !== now.confidence) fields.confidence = then.confidence;
  if (then.source !== now.source) fields.source = then.source;
  if (!sameTags(then.tags, now.tags)) fields.tags = then.tags;
  const content = contentBack(found, copy);
  if (content) return { fields, content };
  return Object.keys(fields).length > 0 ? { fields } : null;
}

/**
 * Puts a memory back to an earlier version; the one that this replaces is kept like any other.
 * @throws AppError not-found, edit-conflict, unreadable-content for a version that no longer opens,
 *   validation-failed when Memoram refuses a value; what `withAccess` throws.
 */
export async function restoreVersion(
  userId: string,
  id: string,
  versionId: string,
  expected: Expected,
): Promise<Versioned> {
  const keeper = await assertConnected(userId);
  const row = await findVersion(keeper, id, versionId);
  if (row === null) throw new AppError("not-found");
  const copy = await openCopy(row, "MemoryVersion");
  if (copy === null) {
    throw new AppError("unreadable-content", { detail: sentences.copyLost });
  }
  const as = { kind: "restore-version" as const };
  return changeMemory(userId, id, { expected, mustKnow: true, as }, (found) =>
    wayBack(found, copy),
  );
}
