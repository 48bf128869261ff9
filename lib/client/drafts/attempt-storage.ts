import "@/lib/contract/no-eval";
import { z } from "zod";
import type { AttemptStore } from "@/lib/client/idempotency";
import { readStored, removeStored, storedKeys, writeStored } from "@/lib/client/session-storage";
import type { DraftKey } from "./draft";

const PREFIX = "keepsake.attempt.";

const attemptSchema = z.strictObject({ body: z.string(), key: z.string().min(1) });

/**
 * The last attempt at saving a draft, in this tab beside the draft itself, and gone with it. What
 * cannot be read is dropped.
 */
export function keptAttempt(draft: DraftKey): AttemptStore {
  return {
    read: () => {
      const text = readStored(PREFIX + draft);
      if (text === null) return null;
      try {
        return attemptSchema.parse(JSON.parse(text));
      } catch {
        dropAttempt(draft);
        return null;
      }
    },
    write: (attempt) => void writeStored(PREFIX + draft, JSON.stringify(attempt)),
    drop: () => dropAttempt(draft),
  };
}

export function dropAttempt(draft: DraftKey): void {
  removeStored(PREFIX + draft);
}

/** Also those whose draft found no room. */
export function dropAllAttempts(): void {
  for (const key of storedKeys(PREFIX)) removeStored(key);
}
