import { dropAllAttempts } from "./attempt-storage";
import { forgetWaitingDrafts } from "./draft-keeper";
import { draftKeys, dropDraft } from "./draft-storage";

/** Erases every draft of this tab, those about to be written too: somebody signed out. */
export function wipeDrafts(): void {
  forgetWaitingDrafts();
  for (const key of draftKeys()) dropDraft(key);
  dropAllAttempts();
}
