import { z } from "zod";
import { first, type Queryable } from "./database";

const valueRow = z.object({ value: z.string() });
type MetaKey = "schema_version" | "secret" | "token_epoch" | "seeded_at";

export async function readMeta(database: Queryable, key: MetaKey): Promise<string | null> {
  const row = await first(database, valueRow, "select value from sandbox.meta where key = $1", [
    key,
  ]);
  return row?.value ?? null;
}

export async function writeMeta(database: Queryable, key: MetaKey, value: string): Promise<void> {
  await database.run(
    `insert into sandbox.meta (key, value) values ($1, $2)
     on conflict (key) do update set value = excluded.value`,
    [key, value],
  );
}
