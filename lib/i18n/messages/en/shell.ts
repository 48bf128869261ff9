/** The rail, the tab bar, signing out. */
export const shell = {} as const;
