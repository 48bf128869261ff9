import type { Layout } from "../cipher";

/** How a seeded memory's content lies in the store; `another-key` can never be read again. */
export type Stored = Layout | "plaintext" | "another-key";

export interface SeedMemory {
  title?: string;
  summary?: string;
  text: string;
  tags?: readonly string[];
  importance?: number;
  confidence?: number;
  /** Which tool wrote it. */
  source?: string;
  /** When it was made, in days before the seeding; fractions are hours. */
  daysAgo: number;
  /** When it was last changed, if it was. */
  changedDaysAgo?: number;
  /** `gcm-hex` unless told. */
  stored?: Stored;
}

export interface SeedTag {
  name: string;
  description: string;
  color: string;
}

export interface SeedPerson {
  /** Everything stable about the person (ids, first keys) is derived from it. */
  slug: string;
  name: string;
  /** A line for the consent page and the dashboard. */
  note: string;
  tags: readonly SeedTag[];
  memories: () => Iterable<SeedMemory>;
}
