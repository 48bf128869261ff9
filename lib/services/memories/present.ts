import "server-only";
import { createHash } from "node:crypto";
import type { Memory } from "@/lib/contract/memory";
import { openContent } from "@/lib/crypto/content";
import { AppError } from "@/lib/errors";
import type { MemoryBlob, MemoryBlobResponse } from "@/lib/memoram/memory-blobs";
import {
  type Access,
  isUpstreamTrouble,
  rereadCredentials,
} from "@/lib/services/connection/access";

/** A memory of our API from what Memoram answered and the content it does not answer to a write. */
export function toMemory(
  blob: MemoryBlobResponse,
  { content, contentState }: Pick<Memory, "content" | "contentState">,
): Memory {
  return {
    id: blob.id,
    title: blob.title,
    summary: blob.summary,
    content,
    contentState,
    tags: blob.tags,
    tagIds: blob.tag_ids,
    importance: blob.importance,
    confidence: blob.confidence,
    source: blob.source,
    createdAt: blob.created_at,
    updatedAt: blob.updated_at,
  };
}

/** Memoram answered with a memory of somebody else: nothing of it goes on. */
export function assertOwn(blob: MemoryBlobResponse, access: Access): void {
  if (blob.user_id === access.memoramUserId) return;
  throw new AppError("memoram-bad-response", { cause: new Error("A blob of another user.") });
}

async function newerAccess(access: Access, mustKnow: boolean): Promise<Access | null> {
  try {
    const fresh = await rereadCredentials(access);
    return fresh.encryptionKey.equals(access.encryptionKey) ? null : fresh;
  } catch (error) {
    if (isUpstreamTrouble(error) && !mustKnow) return null;
    throw error;
  }
}

/** What was opened, and the access that is good now: the key may have been rotated. */
export type Opened<T> = { value: T; access: Access };

/**
 * Opens the content of blobs. When one does not open, the credentials are read again once, in
 * case the key was rotated; what still does not open is `undecryptable`. Where Memoram cannot be
 * asked for them, that is left so, unless the caller must know: who writes content next.
 * @throws AppError memoram-bad-response for a blob of another user; access-revoked and the like.
 */
export async function openBlobs(
  blobs: MemoryBlob[],
  access: Access,
  { mustKnow = false } = {},
): Promise<Opened<Memory[]>> {
  for (const blob of blobs) assertOwn(blob, access);
  const open = (key: Buffer) => (blob: MemoryBlob) => {
    const { state, content } = openContent(blob.content, key);
    return toMemory(blob, { contentState: state, content });
  };
  const memories = blobs.map(open(access.encryptionKey));
  const unopened = memories.some(({ contentState }) => contentState === "undecryptable");
  const fresh = unopened ? await newerAccess(access, mustKnow) : null;
  if (fresh === null) return { value: memories, access };
  const again = open(fresh.encryptionKey);
  const value = blobs.map((blob, index) => {
    const first = memories[index];
    return first && first.contentState !== "undecryptable" ? first : again(blob);
  });
  return { value, access: fresh };
}

/** As `openBlobs`, for one. */
export async function openBlob(
  blob: MemoryBlob,
  access: Access,
  options?: { mustKnow?: boolean },
): Promise<Opened<Memory>> {
  const opened = await openBlobs([blob], access, options);
  const [memory] = opened.value;
  if (!memory) throw new AppError("internal");
  return { value: memory, access: opened.access };
}

/** A memory and its version: the strong validator of `ETag` and `If-Match`, without quotes. */
export type Versioned = { memory: Memory; version: string };

/**
 * Adds the version (RFC 9110, 8.8.3): it changes with every change of what our API shows of the
 * memory. Memoram itself has none. `stored` is the content as Memoram keeps it: where it cannot be
 * read, it stands for what it hides.
 */
export function versioned(memory: Memory, stored: string | null = null): Versioned {
  const hidden = memory.contentState === "undecryptable" ? stored : null;
  // Tags are a set: Memoram may name them in another order each time.
  const same = { ...memory, tags: memory.tags.toSorted(), tagIds: memory.tagIds.toSorted() };
  const digest = createHash("sha256").update(JSON.stringify([same, hidden]));
  return { memory, version: digest.digest("base64url").slice(0, 32) };
}
