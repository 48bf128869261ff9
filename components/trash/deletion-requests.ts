import type { MemoryVersion } from "@/lib/client/memories";

/** Whoever carries deletions out; there is one host on every page of the workspace. */
let host: ((version: MemoryVersion) => void) | null = null;

export function hostDeletions(carryOut: (version: MemoryVersion) => void): () => void {
  host = carryOut;
  return () => {
    if (host === carryOut) host = null;
  };
}

/**
 * A person wants this memory gone: it goes at once where the trash keeps a copy, else they are asked
 * first. With the ETag of the version they have read, a newer one is not deleted unread.
 */
export function requestDeletion(version: MemoryVersion): void {
  host?.(version);
}
