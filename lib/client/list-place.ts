import "@/lib/contract/no-eval";
import { z } from "zod";
import { memoryIdSchema } from "@/lib/contract/memory";
import { readStored, removeStored, writeStored } from "./session-storage";

/** Where the list stands: the memory at its upper edge, and how far that has gone beyond it, in px. */
export type ListPlace = { id: string; offset: number };

const KEY = "keepsake.list-places";
const MAX_PLACES = 20;

const placesSchema = z.array(z.tuple([z.string(), memoryIdSchema, z.number()]));
type Places = z.infer<typeof placesSchema>;

/**
 * A short name for a set of filters: what somebody searched for is not written down. Two may share
 * one; then a place is not found in the list and nothing comes of it.
 */
function nameOf(filterKey: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < filterKey.length; at += 1) {
    hash = Math.imul(hash ^ filterKey.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

function readPlaces(): Places {
  try {
    return placesSchema.parse(JSON.parse(readStored(KEY) ?? "[]"));
  } catch {
    return [];
  }
}

function writePlaces(places: Places): void {
  if (places.length === 0) removeStored(KEY);
  else writeStored(KEY, JSON.stringify(places));
}

/** Where the list with these filters was left in this tab; null for its top. */
export function readPlace(filterKey: string): ListPlace | null {
  const name = nameOf(filterKey);
  const found = readPlaces().find(([known]) => known === name);
  return found ? { id: found[1], offset: found[2] } : null;
}

/** How often everything was forgotten in this tab. */
let forgotten = 0;

/** What `keepPlace` wants from a list: when it was first shown. */
export const placesSince = (): number => forgotten;

/**
 * Keeps it for this tab: ids and pixels only. Null is the top, which needs no keeping. A list that
 * was shown before everything was forgotten (`since`) writes down nothing on its way out.
 */
export function keepPlace(filterKey: string, place: ListPlace | null, since = forgotten): void {
  if (since !== forgotten) return;
  const name = nameOf(filterKey);
  const others = readPlaces().filter(([known]) => known !== name);
  const own: Places = place ? [[name, place.id, Math.round(place.offset)]] : [];
  writePlaces([...others, ...own].slice(-MAX_PLACES));
}

/** Somebody signed out, or somebody else's memories take their place. */
export function forgetPlaces(): void {
  forgotten += 1;
  writePlaces([]);
}
