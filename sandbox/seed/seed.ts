import { stableHexKey, stableId, stableMemoryKey, stableUuid } from "../ids";
import type { Database, Queryable } from "../store/database";
import { listPeople, type Person } from "../store/people";
import { insertMemories } from "./insert-memories";
import { seedPeople } from "./people";
import type { SeedPerson } from "./seed-memory";

/** The id of our application at Memoram, the same in every sandbox. */
export const connectorId = stableId("connector", "keepsake");

function identityOf(seed: SeedPerson) {
  return {
    id: stableUuid("person", seed.slug),
    memoryKey: stableMemoryKey("person", seed.slug),
    encryptionKey: stableHexKey("person", seed.slug),
  };
}

/**
 * Adds the demo people that the store does not have yet: all of them at the very first start.
 * @param slugs adds no others than these; null adds everybody
 */
export async function seedMissing(
  database: Database,
  slugs: readonly string[] | null = null,
): Promise<void> {
  const known = new Set((await listPeople(database)).map((person) => person.slug));
  for (const [position, seed] of seedPeople.entries()) {
    if (known.has(seed.slug) || (slugs && !slugs.includes(seed.slug))) continue;
    const identity = identityOf(seed);
    await database.transaction(async (within) => {
      await within.run(
        `insert into sandbox.person
           (id, slug, name, note, position, memory_key, encryption_key, key_version)
         values ($1, $2, $3, $4, $5, $6, $7, 1)`,
        [
          identity.id,
          seed.slug,
          seed.name,
          seed.note,
          position,
          identity.memoryKey,
          identity.encryptionKey,
        ],
      );
      await insertMemories(within, seed, identity, new Date());
    });
  }
}

async function replaceMemories(
  within: Queryable,
  seed: SeedPerson,
  owner: { id: string; encryptionKey: string },
): Promise<void> {
  await within.run("delete from sandbox.blob where person_id = $1", [owner.id]);
  await within.run("delete from sandbox.tag where person_id = $1", [owner.id]);
  await insertMemories(within, seed, owner, new Date());
  await within.run("update sandbox.person set touched = false where id = $1", [owner.id]);
}

/**
 * Gives one person the seeded memories again. Their key stays, as a key's version never goes
 * back; open requests end, as Memoram would end them: pending ones rejected, approved ones revoked.
 */
export async function startOver(database: Database, person: Person): Promise<void> {
  const seed = seedPeople.find(({ slug }) => slug === person.slug);
  if (!seed) throw new Error(`${person.slug} is not among the seeded people.`);
  await database.transaction(async (within) => {
    await within.run(
      `update sandbox.access_request
       set status = case status when 'pending' then 'rejected' else 'revoked' end, updated_at = $2
       where person_id = $1 and status in ('pending', 'approved')`,
      [person.id, new Date().toISOString()],
    );
    await replaceMemories(within, seed, { id: person.id, encryptionKey: person.encryption_key });
    // The memories are the seed's, but under a key that the next reset has to put back.
    if (person.key_version > 1) {
      await within.run("update sandbox.person set touched = true where id = $1", [person.id]);
    }
  });
}

/** Everything as after the first start; whoever's memories were not written to keeps them. */
export async function reset(database: Database): Promise<void> {
  const people = await listPeople(database);
  await database.transaction(async (within) => {
    for (const table of ["user_token", "authorization_code", "access_request"]) {
      await within.run(`delete from sandbox.${table}`);
    }
    for (const person of people.filter(({ touched }) => touched)) {
      const seed = seedPeople.find(({ slug }) => slug === person.slug);
      if (!seed) continue;
      const identity = identityOf(seed);
      await within.run(
        "update sandbox.person set encryption_key = $2, key_version = 1 where id = $1",
        [person.id, identity.encryptionKey],
      );
      await replaceMemories(within, seed, identity);
    }
  });
}
