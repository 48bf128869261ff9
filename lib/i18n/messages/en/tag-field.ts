/** Choosing tags in a form or a filter. */
export const tagField = {} as const;
