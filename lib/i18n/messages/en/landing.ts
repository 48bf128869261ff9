/** The landing page and signing in there. */
export const landing = {} as const;
