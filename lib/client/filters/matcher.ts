import { matches } from "@/lib/client/search/matches";
import { parseSearch } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { type ActiveFilter, activeFilters } from "./active-filters";
import { midnight } from "./days";
import { IMPORTANT, type LevelRange, type MemoryFilters, type View } from "./memory-filters";

type Test = (memory: Memory) => boolean;

/** What a memory of each view is like; counts of the side panel use the same words. */
export const viewTests: Record<View, Test> = {
  all: () => true,
  untagged: ({ tags }) => tags.length === 0,
  important: ({ importance }) => importance !== null && importance >= IMPORTANT,
  unsealed: ({ contentState }) => contentState !== "decrypted",
};

/** Each filter that is set, with the test that a memory has to pass on its account. */
export function conditionsOf(filters: MemoryFilters): { filter: ActiveFilter; test: Test }[] {
  return activeFilters(filters).map((filter) => ({ filter, test: testOf(filter) }));
}

/** Whether a memory passes every filter. */
export function createMatcher(filters: MemoryFilters): Test {
  const tests = activeFilters(filters)
    // The search costs most: it is asked last.
    .sort((a, b) => Number(a.kind === "search") - Number(b.kind === "search"))
    .map(testOf);
  return (memory) => tests.every((test) => test(memory));
}

function testOf(filter: ActiveFilter): Test {
  switch (filter.kind) {
    case "view":
      return viewTests[filter.view];
    case "search": {
      const search = parseSearch(filter.q);
      return (memory) => matches(memory, search);
    }
    case "tag":
      return ({ tags }) => tags.includes(filter.name);
    case "not-tag":
      return ({ tags }) => !tags.includes(filter.name);
    case "importance":
    case "confidence":
      return (memory) => isWithin(memory[filter.kind], filter.range);
    case "source": {
      const sources = new Set(filter.sources);
      return ({ source }) => source !== null && sources.has(source);
    }
    case "dates":
      return createdBetween(filter);
  }
}

/** A memory without a level lies in no range. */
const isWithin = (level: number | null, { min, max }: LevelRange) =>
  level !== null && (min === null || level >= min) && (max === null || level <= max);

function createdBetween({ from, to }: { from: string | null; to: string | null }): Test {
  const start = from === null ? null : midnight(from, 0);
  const end = to === null ? null : midnight(to, 1);
  return ({ createdAt }) => {
    const at = Date.parse(createdAt);
    return !Number.isNaN(at) && (start === null || at >= start) && (end === null || at < end);
  };
}
