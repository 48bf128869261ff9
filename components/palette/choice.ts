import type { Command } from "@/components/shortcuts/commands";
import { fold } from "@/lib/client/search/fold";

/** What was chosen: a command, or an address to go to. */
export type Choice = { command: Command } | { href: string };

export type PaletteTag = { name: string; color: string | null; count: number };

/** More tags than this are found by typing on. */
const MAX_TAGS = 8;

/** Whether every word that is typed stands in `label`. */
export function fits(label: string, typed: string): boolean {
  const folded = fold(label);
  return fold(typed)
    .trim()
    .split(" ")
    .every((word) => folded.includes(word));
}

/** The tags whose name fits, those that begin so first, then the most used. */
export function fittingTags(tags: readonly PaletteTag[], typed: string): PaletteTag[] {
  const wanted = fold(typed).trim();
  const begins = ({ name }: PaletteTag) => Number(fold(name).startsWith(wanted));
  return tags
    .filter(({ name }) => fits(name, typed))
    .sort((a, b) => begins(b) - begins(a) || b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_TAGS);
}
