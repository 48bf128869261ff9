import type { InfiniteData } from "@tanstack/react-query";
import type { Memory, MemoryPage } from "@/lib/contract/memory";

/** The pages of one list, as react-query keeps them; the page parameter is the cursor. */
export type MemoryPages = InfiniteData<MemoryPage, string | null>;

/** Where a memory stood in a list: what it came after, or null for the very first. */
export type Place = { memory: Memory; after: string | null };

/**
 * The loaded memories in order, each once: when something is added upstream between two pages, a
 * cursor list may send the same memory twice.
 */
export function loadedMemories(pages: MemoryPages | undefined): Memory[] {
  const seen = new Map<string, Memory>();
  for (const page of pages?.pages ?? []) {
    for (const memory of page.items) if (!seen.has(memory.id)) seen.set(memory.id, memory);
  }
  return [...seen.values()];
}

export function findMemory(pages: MemoryPages | undefined, id: string): Memory | undefined {
  for (const page of pages?.pages ?? []) {
    const found = page.items.find((memory) => memory.id === id);
    if (found) return found;
  }
  return undefined;
}

export function placeOf(pages: MemoryPages | undefined, id: string): Place | null {
  const memories = loadedMemories(pages);
  const index = memories.findIndex((memory) => memory.id === id);
  const memory = memories[index];
  return memory ? { memory, after: memories[index - 1]?.id ?? null } : null;
}

function mapItems(pages: MemoryPages, change: (items: Memory[]) => Memory[]): MemoryPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })),
  };
}

/** The list with `memory` in place of its older self; unchanged when it is not in the list. */
export function replaceMemory(pages: MemoryPages, memory: Memory): MemoryPages {
  if (!findMemory(pages, memory.id)) return pages;
  return mapItems(pages, (items) => items.map((item) => (item.id === memory.id ? memory : item)));
}

export function removeMemory(pages: MemoryPages, id: string): MemoryPages {
  if (!findMemory(pages, id)) return pages;
  return mapItems(pages, (items) => items.filter((item) => item.id !== id));
}

/** Undoes `removeMemory` even if the list has changed since: behind its old neighbour, or first. */
export function restoreMemory(pages: MemoryPages, { memory, after }: Place): MemoryPages {
  if (findMemory(pages, memory.id)) return pages;
  if (after === null || !findMemory(pages, after)) return prependMemory(pages, memory);
  return mapItems(pages, (items) =>
    items.flatMap((item) => (item.id === after ? [item, memory] : [item])),
  );
}

export function prependMemory(pages: MemoryPages, memory: Memory): MemoryPages {
  const [first, ...rest] = pages.pages;
  if (!first || findMemory(pages, memory.id)) return pages;
  return { ...pages, pages: [{ ...first, items: [memory, ...first.items] }, ...rest] };
}
