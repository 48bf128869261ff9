/** Selection and what is done to many. */
export const bulk = {} as const;
