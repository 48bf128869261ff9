/** Two versions side by side. */
export const conflict = {} as const;
