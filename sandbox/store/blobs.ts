import { z } from "zod";
import { newId } from "../ids";
import { first, type Queryable } from "./database";
import { touchPerson } from "./people";
import { ensureTags } from "./tags";

const blobRow = z.object({
  id: z.string(),
  person_id: z.string(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  content: z.string(),
  tags: z.array(z.string()),
  tag_ids: z.array(z.string()),
  importance: z.number().nullable(),
  confidence: z.number().nullable(),
  source: z.string().nullable(),
  created_at: z.date(),
  updated_at: z.date(),
});
export type Blob = z.infer<typeof blobRow>;

/** What a write may carry; a field that is absent stays as it is, null clears it. */
export interface BlobValues {
  title?: string | null | undefined;
  summary?: string | null | undefined;
  content?: string | undefined;
  tags?: readonly string[] | undefined;
  importance?: number | null | undefined;
  confidence?: number | null | undefined;
  source?: string | null | undefined;
}

export const blobSelect = `select b.*,
  (select coalesce(array_agg(t.name order by o.place), '{}')
   from unnest(b.tag_ids) with ordinality as o (id, place)
   join sandbox.tag t on t.id = o.id) as tags
  from sandbox.blob b`;

export function findBlob(database: Queryable, id: string): Promise<Blob | null> {
  return first(database, blobRow, `${blobSelect} where b.id = $1`, [id]);
}

/** Rows of a select that begins with `blobSelect`. */
export function selectBlobs(
  database: Queryable,
  rest: string,
  parameters: readonly unknown[],
): Promise<Blob[]> {
  return database.all(blobRow, `${blobSelect} ${rest}`, parameters);
}

export async function countBlobs(database: Queryable, personId: string): Promise<number> {
  const row = await first(
    database,
    z.object({ count: z.number() }),
    "select count(*)::integer as count from sandbox.blob where person_id = $1",
    [personId],
  );
  return row?.count ?? 0;
}

async function mustFind(database: Queryable, id: string): Promise<Blob> {
  const blob = await findBlob(database, id);
  if (!blob) throw new Error("The memory blob that was just written is gone.");
  return blob;
}

/** Inserts a memory; use it within a transaction, as it may create tags too. */
export async function insertBlob(
  within: Queryable,
  personId: string,
  values: BlobValues & { content: string; id?: string; createdAt?: Date; updatedAt?: Date },
): Promise<Blob> {
  const id = values.id ?? newId();
  const createdAt = values.createdAt ?? new Date();
  await touchPerson(within, personId);
  const tagIds = await ensureTags(within, personId, values.tags ?? []);
  await within.run(
    `insert into sandbox.blob (id, person_id, title, summary, content, tag_ids, importance,
       confidence, source, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6::text[], $7, $8, $9, $10, $11)`,
    [
      id,
      personId,
      values.title ?? null,
      values.summary ?? null,
      values.content,
      tagIds,
      values.importance ?? null,
      values.confidence ?? null,
      values.source ?? null,
      createdAt.toISOString(),
      (values.updatedAt ?? createdAt).toISOString(),
    ],
  );
  return mustFind(within, id);
}

/** Changes exactly the fields given; use it within a transaction. Null when the memory is gone. */
export async function updateBlob(
  within: Queryable,
  blob: { id: string; person_id: string },
  values: BlobValues & { createdAt?: Date; updatedAt?: Date },
): Promise<Blob | null> {
  await touchPerson(within, blob.person_id);
  const columns: [name: string, value: unknown][] = [];
  const fields = ["title", "summary", "content", "importance", "confidence", "source"] as const;
  for (const field of fields) {
    if (values[field] !== undefined) columns.push([field, values[field]]);
  }
  if (values.tags) {
    columns.push(["tag_ids", await ensureTags(within, blob.person_id, values.tags)]);
  }
  if (values.createdAt) columns.push(["created_at", values.createdAt.toISOString()]);
  columns.push(["updated_at", (values.updatedAt ?? new Date()).toISOString()]);
  const assignments = columns.map(([name], index) => `${name} = $${index + 2}`);
  const changed = await within.run(
    `update sandbox.blob set ${assignments.join(", ")} where id = $1`,
    [blob.id, ...columns.map(([, value]) => value)],
  );
  return changed > 0 ? mustFind(within, blob.id) : null;
}

/** Removes a memory for good; false when it was gone already. */
export async function deleteBlob(
  within: Queryable,
  blob: { id: string; person_id: string },
): Promise<boolean> {
  await touchPerson(within, blob.person_id);
  return (await within.run("delete from sandbox.blob where id = $1", [blob.id])) > 0;
}
