import { seal } from "../cipher";
import { newSecret, stableId } from "../ids";
import type { Queryable } from "../store/database";
import type { SeedMemory, SeedPerson, SeedTag } from "./seed-memory";

const day = 86_400_000;
const rowsAtOnce = 2_500;

function contentOf(memory: SeedMemory, encryptionKey: string): string {
  const stored = memory.stored ?? "gcm-hex";
  if (stored === "plaintext") return memory.text;
  if (stored === "another-key") return seal(memory.text, newSecret());
  return seal(memory.text, encryptionKey, stored);
}

async function insertTags(
  within: Queryable,
  personId: string,
  tags: readonly (SeedTag & { id: string })[],
  at: string,
): Promise<void> {
  await within.run(
    `insert into sandbox.tag
       (id, person_id, name, description, color, is_enabled, created_at, updated_at)
     select n.id, $1, n.name, n.description, n.color, true, $2, $2
     from json_to_recordset($3::json) as n (id text, name text, description text, color text)`,
    [personId, at, JSON.stringify(tags)],
  );
}

/**
 * Writes a seeded person's tags and memories for someone who has none.
 * @param now the moment that the memories' ages are counted back from
 * @throws when a memory names a tag that the person does not have
 */
export async function insertMemories(
  within: Queryable,
  seed: SeedPerson,
  owner: { id: string; encryptionKey: string },
  now: Date,
): Promise<void> {
  const tagIds = new Map(seed.tags.map(({ name }) => [name, stableId("tag", seed.slug, name)]));
  const tags = seed.tags.map((tag) => ({ ...tag, id: tagIds.get(tag.name) ?? "" }));
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * day).toISOString();
  await insertTags(within, owner.id, tags, at(900));

  let index = 0;
  let rows: object[] = [];
  async function flush(): Promise<void> {
    await within.run(
      `insert into sandbox.blob (id, person_id, title, summary, content, tag_ids, importance,
         confidence, source, created_at, updated_at)
       select n.id, $1, n.title, n.summary, n.content,
         n.tag_ids, n.importance, n.confidence, n.source, n.created_at, n.updated_at
       from json_to_recordset($2::json) as n (id text, title text, summary text, content text,
         tag_ids text[], importance double precision, confidence double precision, source text,
         created_at timestamptz, updated_at timestamptz)`,
      [owner.id, JSON.stringify(rows)],
    );
    rows = [];
  }

  for (const memory of seed.memories()) {
    const tag_ids = (memory.tags ?? []).map((name) => {
      const id = tagIds.get(name);
      if (!id) throw new Error(`${seed.slug} has no tag ${name}.`);
      return id;
    });
    rows.push({
      id: stableId("blob", seed.slug, index++),
      title: memory.title ?? null,
      summary: memory.summary ?? null,
      content: contentOf(memory, owner.encryptionKey),
      tag_ids,
      importance: memory.importance ?? null,
      confidence: memory.confidence ?? null,
      source: memory.source ?? null,
      created_at: at(memory.daysAgo),
      updated_at: at(memory.changedDaysAgo ?? memory.daysAgo),
    });
    if (rows.length === rowsAtOnce) await flush();
  }
  if (rows.length > 0) await flush();
}
