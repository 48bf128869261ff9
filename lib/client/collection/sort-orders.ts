import type { Sort } from "@/lib/client/filters/memory-filters";
import { pageCollator } from "@/lib/client/page-collator";
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

/** A memory with what its place depends on: looked up once each, not once a comparison. */
type Row<Key> = { memory: Memory; key: Key; created: number };

/** One order: what of a memory decides, and which of two comes first. */
class Order<Key> {
  constructor(
    private readonly keyOf: (memory: Memory) => Key,
    /** Asked once for each sorting: looking up the page's language costs more than comparing. */
    private readonly comparison: () => (a: Key, b: Key) => number,
    private readonly isOldestFirst = false,
  ) {}

  readonly compare: Compare = (a, b) =>
    this.compareRows(this.row(a), this.row(b), this.comparison());

  /** A sorted copy. */
  sort(memories: readonly Memory[]): Memory[] {
    const compareKeys = this.comparison();
    return memories
      .map((memory) => this.row(memory))
      .sort((a, b) => this.compareRows(a, b, compareKeys))
      .map(({ memory }) => memory);
  }

  private row(memory: Memory): Row<Key> {
    return { memory, key: this.keyOf(memory), created: timesOf(memory).created };
  }

  /** Equals are sorted newest first, then by id: every order is total. */
  private compareRows(a: Row<Key>, b: Row<Key>, compareKeys: (a: Key, b: Key) => number): number {
    const byKey = compareKeys(a.key, b.key);
    if (byKey !== 0) return byKey;
    const byAge = ascending(b.created, a.created);
    if (byAge !== 0) return this.isOldestFirst ? -byAge : byAge;
    return a.memory.id < b.memory.id ? -1 : a.memory.id > b.memory.id ? 1 : 0;
  }
}

/** Numbers, of which infinities may be equal: subtracting those gives no number. */
const ascending = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
const descending = (a: number, b: number) => ascending(b, a);
const alike = () => 0;

const orders = {
  newest: new Order(
    () => null,
    () => alike,
  ),
  oldest: new Order(
    () => null,
    () => alike,
    true,
  ),
  changed: new Order(
    (memory) => timesOf(memory).updated,
    () => descending,
  ),
  importance: new Order(
    ({ importance }) => importance ?? Number.NEGATIVE_INFINITY,
    () => descending,
  ),
  title: new Order(({ title }) => title?.trim() ?? "", titlesOfPage),
} satisfies Record<Sort, { compare: Compare; sort: (memories: readonly Memory[]) => Memory[] }>;

/** The five orders. What has no value comes last. */
export const sortOrders: Record<Sort, Compare> = {
  newest: orders.newest.compare,
  oldest: orders.oldest.compare,
  changed: orders.changed.compare,
  importance: orders.importance.compare,
  title: orders.title.compare,
};

/** A sorted copy; quicker than sorting by `sortOrders` where there are many. */
export function sortMemories(memories: readonly Memory[], sort: Sort): Memory[] {
  return orders[sort].sort(memories);
}

function titlesOfPage() {
  const { compare } = pageCollator();
  return (a: string, b: string): number =>
    a === "" || b === "" ? Number(a === "") - Number(b === "") : compare(a, b);
}
