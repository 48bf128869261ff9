import { forgetPlaces } from "@/lib/client/list-place";
import { forgetSelection } from "@/lib/client/selection/kept-selection";
import { readStored, writeStored } from "@/lib/client/session-storage";
import { wipeDrafts } from "./wipe-drafts";

const KEY = "keepsake.person";

/**
 * Says whose drafts, selection and places this tab may show: `person` names whoever is signed in, by
 * a text that says nothing about them. When a session ends by itself the drafts stay for its person
 * to come back to; whoever signs in instead of them finds none.
 */
export function claimTab(person: string): void {
  if (readStored(KEY) === person) return;
  wipeDrafts();
  forgetSelection();
  forgetPlaces();
  writeStored(KEY, person);
}
