/**
 * Every query key of the app. A key's beginning names all that lies under it:
 * `queryKeys.memories.all()` is a prefix of what is known of single memories.
 */
export const queryKeys = {
  connection: () => ["connection"] as const,
  memories: {
    all: () => ["memories"] as const,
    detail: (id: string) => ["memories", "detail", id] as const,
    versions: (id: string) => ["memories", "versions", id] as const,
  },
  tags: () => ["tags"] as const,
  tagOperations: () => ["tag-operations"] as const,
  trash: () => ["trash"] as const,
  activity: {
    all: () => ["activity"] as const,
    list: (query: string) => ["activity", "list", query] as const,
    job: (id: string, query: string) => ["activity", "job", id, query] as const,
  },
  sessions: () => ["sessions"] as const,
  preferences: () => ["preferences"] as const,
} as const;
