import { z } from "zod";
import { newId } from "../ids";
import { first, type Queryable } from "./database";

const tagRow = z.object({
  id: z.string(),
  person_id: z.string(),
  name: z.string(),
  description: z.string(),
  color: z.string(),
  is_enabled: z.boolean(),
  created_at: z.date(),
  updated_at: z.date(),
});
export type Tag = z.infer<typeof tagRow>;

/** Colours that new tags take in turn, by their name. */
const palette = [
  "#4F6DB8",
  "#0E9CBF",
  "#B59A3C",
  "#D97B3D",
  "#D2606F",
  "#3F9D56",
  "#8F66B3",
  "#3D8F8A",
  "#A3663F",
  "#6B7A8F",
];

function colorFor(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return palette[sum % palette.length] ?? "#6B7A8F";
}

export function listTags(database: Queryable, personId: string): Promise<Tag[]> {
  return database.all(
    tagRow,
    "select * from sandbox.tag where person_id = $1 order by created_at, id",
    [personId],
  );
}

export function findTag(database: Queryable, id: string): Promise<Tag | null> {
  return first(database, tagRow, "select * from sandbox.tag where id = $1", [id]);
}

/** The ids of the names that this person has; names that they do not have are left out. */
export async function tagIdsOf(
  database: Queryable,
  personId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.all(
    z.object({ id: z.string(), name: z.string() }),
    "select id, name from sandbox.tag where person_id = $1 and name = any ($2::text[])",
    [personId, [...names]],
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** The ids of these names in their order, each once; names that do not exist yet are created. */
export async function ensureTags(
  database: Queryable,
  personId: string,
  names: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return [];
  const known = await tagIdsOf(database, personId, wanted);
  const now = new Date().toISOString();
  const missing = wanted
    .filter((name) => !known.has(name))
    .map((name) => ({ id: newId(), name, color: colorFor(name) }));
  if (missing.length > 0) {
    await database.run(
      `insert into sandbox.tag
         (id, person_id, name, description, color, is_enabled, created_at, updated_at)
       select n.id, $1, n.name, '', n.color, true, $2, $2
       from json_to_recordset($3::json) as n (id text, name text, color text)
       on conflict (person_id, name) do nothing`,
      [personId, now, JSON.stringify(missing)],
    );
  }
  // Read again: another transaction may have created one of them first.
  const ids = missing.length > 0 ? await tagIdsOf(database, personId, wanted) : known;
  return wanted.flatMap((name) => ids.get(name) ?? []);
}
