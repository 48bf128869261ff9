import { db } from "@/lib/db/client";

/** Every row of every table as text, a line each: what a dump of the database holds. */
export async function dumpDatabase(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY tablename`;
  const lines: string[] = [];
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ line: string }[]>(
      `SELECT row_to_json(t)::text AS line FROM "${name.replaceAll('"', '""')}" t`,
    );
    lines.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return lines.join("\n");
}
