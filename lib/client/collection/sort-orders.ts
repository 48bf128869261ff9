import type { Sort } from "@/lib/client/filters/memory-filters";
import type { Memory } from "@/lib/contract/memory";

export type Compare = (a: Memory, b: Memory) => number;

type Times = { created: number; updated: number };

/** Reading a time costs more than comparing two: each is read once, for as long as it is kept. */
const times = new WeakMap<Memory, Times>();

export function timesOf(memory: Memory): Times {
  let known = times.get(memory);
  if (!known) {
    known = { created: momentOf(memory.createdAt), updated: momentOf(memory.updatedAt) };
    times.set(memory, known);
  }
  return known;
}

/** Milliseconds since 1970; what is no time is before every time. */
export function momentOf(text: string): number {
  const at = Date.parse(text);
  return Number.isNaN(at) ? Number.NEGATIVE_INFINITY : at;
}

/** Numbers, of which infinities may be equal: subtracting those gives no number. */
const ascending = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

const byId: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What decides where an order sees no difference, so that every order is total. */
const newest: Compare = (a, b) => ascending(timesOf(b).created, timesOf(a).created) || byId(a, b);

/** The five orders; equals are sorted newest first, then by id. What has no value comes last. */
export const sortOrders: Record<Sort, Compare> = {
  newest,
  oldest: (a, b) => ascending(timesOf(a).created, timesOf(b).created) || byId(a, b),
  changed: (a, b) => ascending(timesOf(b).updated, timesOf(a).updated) || newest(a, b),
  importance: (a, b) =>
    ascending(b.importance ?? Number.NEGATIVE_INFINITY, a.importance ?? Number.NEGATIVE_INFINITY) ||
    newest(a, b),
  title: (a, b) => byTitle(a.title?.trim() ?? "", b.title?.trim() ?? "") || newest(a, b),
};

function byTitle(a: string, b: string): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  return collator().compare(a, b);
}

let kept: Intl.Collator | undefined;

/**
 * The one collator of the tab, in the language of the page: "9 lives" before "10 rules", no
 * difference between cases and accents.
 */
function collator(): Intl.Collator {
  kept ??= new Intl.Collator(pageLanguage(), { numeric: true, sensitivity: "base" });
  return kept;
}

function pageLanguage(): string | undefined {
  return typeof document === "undefined" ? undefined : document.documentElement.lang || undefined;
}
