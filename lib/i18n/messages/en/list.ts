/** The list of memories, its header, its empty and failing states. */
export const list = {} as const;
