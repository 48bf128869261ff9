import { compareNames } from "@/lib/client/page-collator";
import { fold } from "@/lib/client/search/fold";

/** A list no longer than this is looked through quicker than typed into. */
export const SHORT_LIST = 12;

/** A name and how many memories have it. */
export type Counted = readonly [name: string, count: number];

export const byName = ([a]: Counted, [b]: Counted) => compareNames(a, b);

/** Names with their counts, the most first; `chosen` ones are there even where nothing has them. */
export function byCount(counts: ReadonlyMap<string, number>, chosen: readonly string[]): Counted[] {
  const all = new Map(chosen.map((name) => [name, 0]));
  for (const [name, count] of counts) all.set(name, count);
  return [...all].sort((a, b) => b[1] - a[1] || byName(a, b));
}

/** Those whose name contains what was typed, whatever its case and accents. */
export function narrowed(list: readonly Counted[], typed: string): readonly Counted[] {
  const wanted = fold(typed).trim();
  return wanted === "" ? list : list.filter(([name]) => fold(name).includes(wanted));
}
