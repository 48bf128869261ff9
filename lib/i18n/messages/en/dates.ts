/** Points in time beside what Intl writes. */
export const dates = {} as const;
