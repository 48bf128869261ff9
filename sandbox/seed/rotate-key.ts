import { z } from "zod";
import { open, seal } from "../cipher";
import { newSecret } from "../ids";
import type { Database } from "../store/database";
import { findPerson, setPersonKey, touchPerson } from "../store/people";

const contentRow = z.object({ id: z.string(), content: z.string() });

/**
 * Gives a person a new encryption key and the next key version.
 * @param options.reencrypt moves what the old key opens to the new one, each in its own layout;
 *   without it the old memories can no longer be read
 */
export async function rotateKey(
  database: Database,
  personId: string,
  { reencrypt }: { reencrypt: boolean },
): Promise<{ encryptionKey: string; keyVersion: number }> {
  return database.transaction(async (within) => {
    const person = await findPerson(within, personId);
    if (!person) throw new Error(`There is no person ${personId} in the sandbox.`);
    const key = { encryptionKey: newSecret(), keyVersion: person.key_version + 1 };
    await setPersonKey(within, personId, key);
    await touchPerson(within, personId);
    if (!reencrypt) return key;

    const rows = await within.all(
      contentRow,
      "select id, content from sandbox.blob where person_id = $1",
      [personId],
    );
    const moved = rows.flatMap(({ id, content }) => {
      const opened = open(content, person.encryption_key);
      return opened ? { id, content: seal(opened.text, key.encryptionKey, opened.layout) } : [];
    });
    await within.run(
      `update sandbox.blob b set content = n.content
       from json_to_recordset($1::json) as n (id text, content text) where b.id = n.id`,
      [JSON.stringify(moved)],
    );
    return key;
  });
}
