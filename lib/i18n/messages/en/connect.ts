/** /connect: from the request to the approval. */
export const connect = {} as const;
