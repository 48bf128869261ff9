/** /signin, and what went wrong there. */
export const signIn = {} as const;
