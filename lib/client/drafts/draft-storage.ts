import { readStored, removeStored, storedKeys, writeStored } from "@/lib/client/session-storage";
import { dropAttempt } from "./attempt-storage";
import { type Draft, type DraftKey, draftSchema } from "./draft";

const PREFIX = "keepsake.draft.";

/** The draft under a key, or null; one that cannot be read is dropped. */
export function readDraft(key: DraftKey): Draft | null {
  const text = readStored(PREFIX + key);
  if (text === null) return null;
  try {
    return draftSchema.parse(JSON.parse(text));
  } catch {
    dropDraft(key);
    return null;
  }
}

/** Answers whether it is kept: the storage may be full or forbidden. */
export function writeDraft(key: DraftKey, draft: Draft): boolean {
  return writeStored(PREFIX + key, JSON.stringify(draft));
}

/** Erases a draft, and with it the last attempt at saving it. */
export function dropDraft(key: DraftKey): void {
  removeStored(PREFIX + key);
  dropAttempt(key);
}

/** The keys of all drafts of this tab. */
export function draftKeys(): DraftKey[] {
  return storedKeys(PREFIX).map((key) => key.slice(PREFIX.length));
}
