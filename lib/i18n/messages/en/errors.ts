/** Failures in the words a person reads (lib/client/describe-error.ts). */
export const errors = {} as const;
