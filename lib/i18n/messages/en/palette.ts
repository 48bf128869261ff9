/** The command palette and the keyboard. */
export const palette = {} as const;
