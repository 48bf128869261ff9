import { z } from "zod";
import { first, type Queryable } from "./database";

const personRow = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  note: z.string(),
  memory_key: z.string(),
  encryption_key: z.string(),
  key_version: z.number(),
  touched: z.boolean(),
});
export type Person = z.infer<typeof personRow>;

const columns = "id, slug, name, note, memory_key, encryption_key, key_version, touched";

export function listPeople(database: Queryable): Promise<Person[]> {
  return database.all(personRow, `select ${columns} from sandbox.person order by position`);
}

export function findPerson(database: Queryable, id: string): Promise<Person | null> {
  return first(database, personRow, `select ${columns} from sandbox.person where id = $1`, [id]);
}

export function findPersonByMemoryKey(database: Queryable, key: string): Promise<Person | null> {
  return first(database, personRow, `select ${columns} from sandbox.person where memory_key = $1`, [
    key,
  ]);
}

/** Remembers that this person's memories are no longer those of the seed. */
export async function touchPerson(database: Queryable, id: string): Promise<void> {
  await database.run("update sandbox.person set touched = true where id = $1 and not touched", [
    id,
  ]);
}

/** Gives the person a key; the caller decides what becomes of what was encrypted with the old one. */
export async function setPersonKey(
  database: Queryable,
  id: string,
  key: { encryptionKey: string; keyVersion: number },
): Promise<void> {
  await database.run(
    "update sandbox.person set encryption_key = $2, key_version = $3 where id = $1",
    [id, key.encryptionKey, key.keyVersion],
  );
}
