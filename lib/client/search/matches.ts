import type { Memory } from "@/lib/contract/memory";
import { fold } from "./fold";
import type { Search } from "./parse-search";

/** Folding costs more than searching: each memory is folded once, for as long as it is kept. */
const haystacks = new WeakMap<Memory, string>();

/** All that is searched of a memory, folded. Between the fields stands what nobody can search for. */
export function haystackOf(memory: Memory): string {
  const kept = haystacks.get(memory);
  if (kept !== undefined) return kept;
  const { title, summary, content, tags, source } = memory;
  const texts = [title, summary, content, ...tags, source].filter((text) => text !== null);
  const haystack = texts.map(fold).join("\0");
  haystacks.set(memory, haystack);
  return haystack;
}

/** Whether `search` finds a memory by its title, summary, content, tags and source together. */
export function matches(memory: Memory, search: Search): boolean {
  if (search.all.length === 0 && search.none.length === 0) return true;
  const haystack = haystackOf(memory);
  return (
    search.all.every((text) => haystack.includes(text)) &&
    !search.none.some((text) => haystack.includes(text))
  );
}
