import { RunningCounts } from "@/lib/client/collection/counts";
import { explainEmpty } from "@/lib/client/collection/explain-empty";
import { MemoryTable } from "@/lib/client/collection/memory-table";
import { SortedView } from "@/lib/client/collection/sorted-view";
import { parseFilters } from "@/lib/client/filters/filter-address";
import { createMatcher } from "@/lib/client/filters/matcher";
import { fold } from "@/lib/client/search/fold";
import { haystackOf } from "@/lib/client/search/matches";
import { type Memory, memorySchema } from "@/lib/contract/memory";
import type { Suite } from "./measure";

const COUNT = 10_000;

const words = (
  "prefers trains to planes even at night meeting notes über Straße café project Berlin " +
  "coffee without sugar allergic walnuts daughter birthday June invoice address 12 3"
).split(" ");

/** The same memories in every run: a small generator with a fixed seed. */
function memoryMaker() {
  let seed = 42;
  const below = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
  const text = (count: number) =>
    Array.from({ length: count }, () => words[below(words.length)]).join(" ");
  return (index: number): Memory => ({
    id: `memory-${index}`,
    title: below(10) === 0 ? null : text(5),
    summary: below(2) === 0 ? null : text(20),
    content: text(60),
    contentState: below(50) === 0 ? "plaintext" : "decrypted",
    tags: Array.from({ length: below(4) }, () => `tag ${below(40)}`),
    tagIds: [],
    importance: below(5) === 0 ? null : below(11) / 10,
    confidence: below(11) / 10,
    source: `source ${below(8)}`,
    createdAt: new Date(1_700_000_000_000 + below(1e9) * 60).toISOString(),
    updatedAt: new Date(1_760_000_000_000 + below(1e9) * 60).toISOString(),
  });
}

const make = memoryMaker();
const memories = Array.from({ length: COUNT }, (_, index) => make(index));
const filters = (query: string) => parseFilters(new URLSearchParams(query));
const inOrder = (query: string) => new SortedView(filters(query)).update(memories);

/** Two states a view goes back and forth between, one update a call. */
function alternating(view: { update: (list: readonly Memory[]) => unknown }, edits: number) {
  const changed = memories.map((memory, index) =>
    index % Math.floor(COUNT / edits) === 0 ? { ...memory } : memory,
  );
  view.update(memories);
  let isChanged = false;
  return () => {
    isChanged = !isChanged;
    return view.update(isChanged ? changed : memories);
  };
}

const viewSuite: Suite = {
  title: "A list of 10,000 memories, sorted and filtered",
  subjects: {
    "from scratch": () => inOrder(""),
    "by title": () => inOrder("sort=title"),
    "one edit": alternating(new SortedView(filters("")), 1),
    "one edit, by title": alternating(new SortedView(filters("sort=title")), 1),
    "100 more, by title": alternating(new SortedView(filters("sort=title")), 100),
  },
};

const searchSuite: Suite = {
  title: "Finding among 10,000 memories",
  subjects: {
    "by tag": () => memories.filter(createMatcher(filters("tags=tag+1"))).length,
    "by two words": () => memories.filter(createMatcher(filters("q=berlin+strasse"))).length,
    "by a phrase": () => memories.filter(createMatcher(filters("q=%22night+train%22"))).length,
    "why nothing is left": () => explainEmpty(memories, filters("q=nowhere&tags=tag+1&not=tag+2")),
    "fold them all first": () => memories.map((memory) => haystackOf({ ...memory })).length,
    "fold one content": () => fold(memories[0]?.content ?? ""),
  },
};

const countSuite: Suite = {
  title: "Counts of 10,000 memories",
  subjects: {
    "from scratch": () => new RunningCounts().update(memories),
    "one edit": alternating(new RunningCounts(), 1),
    "100 edits": alternating(new RunningCounts(), 100),
  },
};

/** What arrives: lines to parse, a refresh to compare, a snapshot to make. */
function arrivalSuite(): Suite {
  const lines = memories.map((memory) => JSON.stringify(memory));
  const table = new MemoryTable();
  table.take(memories, table.mark());
  const copies = new Map(memories.map((memory) => [memory.id, structuredClone(memory)]));
  return {
    title: "10,000 memories arrive",
    subjects: {
      "parse as JSON": () => lines.map((line) => JSON.parse(line)).length,
      "and check the shape": () => lines.map((line) => memorySchema.parse(JSON.parse(line))).length,
      "compare with the old": () => [...copies.values()].map((copy) => table.settled(copy)).length,
      "take a refresh in": () => table.take(memories, table.mark()),
      "list them": () => table.list().length,
    },
  };
}

export const collectionSuites: Suite[] = [viewSuite, searchSuite, countSuite, arrivalSuite()];
