/** Earlier versions of a memory. */
export const history = {} as const;
