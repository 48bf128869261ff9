/** Writing one memory, drafts, leaving. */
export const form = {} as const;
