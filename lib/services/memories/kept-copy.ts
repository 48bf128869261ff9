import "server-only";
import { z } from "zod";
import { type Memory, memorySchema } from "@/lib/contract/memory";
import { sealedIn } from "@/lib/crypto/sealed-columns";
import { VaultError } from "@/lib/crypto/vault";
import { causeOf, log } from "@/lib/log";
import { vault } from "@/lib/services/runtime";

export const keptCopySchema = z.strictObject({
  memory: memorySchema,
  stored: z.string().nullable(),
});

/**
 * A memory with all it takes to bring it back exactly: `stored` is its content as Memoram keeps it
 * where that cannot be read, else null.
 */
export type KeptCopy = z.infer<typeof keptCopySchema>;

type Table = "TrashedMemory" | "MemoryVersion";

/** A copy of a memory whose content Memoram stores as `stored`. */
export const copyOf = (memory: Memory, stored: string): KeptCopy => ({
  memory,
  stored: memory.contentState === "undecryptable" ? stored : null,
});

/** The content that is to be written as it is, or null when it is to be sealed anew. */
export function verbatimContent({ memory, stored }: KeptCopy): string | null {
  return memory.contentState === "plaintext" ? memory.content : stored;
}

/** Seals a copy for its column of this person: it opens nowhere else. */
export function sealCopy(userId: string, table: Table, copy: KeptCopy): Promise<string> {
  // JSON escapes what UTF-8 could not hold, so that any title Memoram answers can be sealed.
  return vault().seal(JSON.stringify(copy), sealedIn(table, "copy", userId));
}

/**
 * Opens a copy; null for one that does not open, because its vault key is gone or it was changed.
 * One such copy must not take all the others with it.
 */
export async function openCopy(
  row: { userId: string; copy: string },
  table: Table,
): Promise<KeptCopy | null> {
  const { userId, copy } = row;
  try {
    const text = await vault().open(copy, sealedIn(table, "copy", userId));
    return keptCopySchema.parse(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    log.error("a kept copy does not open", { userId, cause: causeOf(error) });
    return null;
  }
}
