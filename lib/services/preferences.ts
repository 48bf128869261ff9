import "server-only";
import type { Preferences, UpdatePreferences } from "@/lib/contract/preferences";
import { findPreference, putPreference } from "@/lib/db/preferences";

const defaults: Preferences = { trash: true };

/** What a person has chosen, with the defaults for the rest. */
export async function getPreferences(userId: string): Promise<Preferences> {
  return (await findPreference(userId)) ?? defaults;
}

/** Turning the trash off keeps what is in it, until it is emptied or expires. */
export function updatePreferences(userId: string, body: UpdatePreferences): Promise<Preferences> {
  return putPreference(userId, body);
}
