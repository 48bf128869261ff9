/** Offline, session over, revoked, slow, asked to pause. */
export const states = {} as const;
