/** Reading one memory. */
export const pane = {} as const;
