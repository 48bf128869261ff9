import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

/**
 * Every query key of the app. A key's beginning names all that lies under it:
 * `queryKeys.memories.lists()` is a prefix of every list, whatever its filters.
 */
export const queryKeys = {
  connection: () => ["connection"] as const,
  memories: {
    all: () => ["memories"] as const,
    lists: () => ["memories", "list"] as const,
    /** The same filters give the same key, in whatever order the tags were chosen. */
    list: ({ q, tags, importance }: MemoryFilters) =>
      ["memories", "list", { q, tags: [...tags].sort(), importance: importance.min }] as const,
    detail: (id: string) => ["memories", "detail", id] as const,
    versions: (id: string) => ["memories", "versions", id] as const,
  },
  tags: () => ["tags"] as const,
  tagOperations: () => ["tag-operations"] as const,
  trash: () => ["trash"] as const,
  preferences: () => ["preferences"] as const,
} as const;
