/** /trash, deleting, undoing. */
export const trash = {} as const;
