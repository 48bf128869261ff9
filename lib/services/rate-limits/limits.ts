/** So many calls in so many seconds; `name` keeps the counts of one limit apart from the others'. */
export type Limit = { name: string; calls: number; seconds: number };

/**
 * Every limit of this installation. They stop programs that have run wild and floods from one
 * place, never a person at work: each says what a person can reach at most, and is above it.
 *
 * The busiest thing a person can do is a job over 10,000 memories: a read and a write for each,
 * 20,000 calls, four at a time. A write takes some 20 ms of ours and Memoram's time besides, so
 * four at a time come to 200 calls a second, 12,000 a minute, where Memoram answers in no time.
 */
export const limits = {
  /** All calls of one person, whatever the number of their browsers: two such jobs at full speed. */
  person: { name: "person", calls: 30_000, seconds: 60 },

  /**
   * Of these, well-formed calls that change something: half of a job's are. Two jobs at full speed
   * again.
   */
  personWrites: { name: "writes", calls: 15_000, seconds: 60 },

  /**
   * Reading the whole collection: a hundred calls to Memoram for 10,000 memories. A tab reads once
   * when it is opened or comes back after long; two a second is many tabs restored at once.
   */
  stream: { name: "stream", calls: 120, seconds: 60 },

  /** Opens every copy from the vault. Nobody needs more than the file they have just saved. */
  export: { name: "export", calls: 10, seconds: 600 },

  /** Each tries a Memory Key on Memoram: enough for slips of the hand, hopeless for guessing. */
  pasteKey: { name: "paste-key", calls: 30, seconds: 600 },

  /**
   * Signing in, by address: three calls each, so 400 people a minute behind one address of an
   * office. There is no password to guess; what this saves is Memoram's token address and our rows.
   */
  signIn: { name: "sign-in", calls: 1_200, seconds: 60 },

  /** Calls that nobody is behind, by address: monitors, and pages whose session has ended. */
  unknown: { name: "unknown", calls: 6_000, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
