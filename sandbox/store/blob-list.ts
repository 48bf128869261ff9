import { type Blob, selectBlobs } from "./blobs";
import type { Queryable } from "./database";
import { tagIdsOf } from "./tags";

/** Where a page ended: the last memory that was shown. */
export interface Position {
  createdAt: Date;
  id: string;
}

export interface BlobQuery {
  personId: string;
  limit: number;
  after: Position | null;
  /** A memory must have all of these tags. */
  tags: readonly string[];
  searchQuery: string | null;
  /** The least importance; memories without one are left out. */
  importance: number | null;
}

/** One page, newest first, and where the next one begins (null at the end). */
export async function listBlobs(
  database: Queryable,
  query: BlobQuery,
): Promise<{ blobs: Blob[]; next: Position | null }> {
  const parameters: unknown[] = [query.personId];
  const conditions = ["b.person_id = $1"];
  const bind = (value: unknown) => `$${parameters.push(value)}`;

  if (query.after) {
    const at = bind(query.after.createdAt.toISOString());
    conditions.push(`(b.created_at, b.id) < (${at}::timestamptz, ${bind(query.after.id)}::text)`);
  }
  if (query.tags.length > 0) {
    const names = [...new Set(query.tags)];
    const ids = await tagIdsOf(database, query.personId, names);
    if (ids.size < names.length) return { blobs: [], next: null };
    conditions.push(`b.tag_ids @> ${bind([...ids.values()])}::text[]`);
  }
  if (query.importance !== null) conditions.push(`b.importance >= ${bind(query.importance)}`);
  if (query.searchQuery !== null) {
    const words = bind(query.searchQuery);
    const columns = ["b.title", "b.summary", "b.content"].map(
      (column) => `position(lower(${words}::text) in lower(coalesce(${column}, ''))) > 0`,
    );
    conditions.push(`(${columns.join(" or ")})`);
  }

  const found = await selectBlobs(
    database,
    `where ${conditions.join(" and ")}
     order by b.created_at desc, b.id desc limit ${bind(query.limit + 1)}`,
    parameters,
  );
  const blobs = found.slice(0, query.limit);
  const last = blobs.at(-1);
  const more = found.length > query.limit && last !== undefined;
  return { blobs, next: more ? { createdAt: last.created_at, id: last.id } : null };
}
