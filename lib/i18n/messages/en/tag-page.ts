/** /tags: counts, renaming, merging. */
export const tagPage = {} as const;
