import pg from "pg";
import { expect, test } from "vitest";

test("the suite runs on the kind of database that it was asked to run on", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ version: string }>("SELECT version()");
  await client.end();

  const version = rows[0]?.version ?? "";
  const kind = /PGlite/.test(version) ? "pglite" : "postgres";
  expect(version).toMatch(/^PostgreSQL (1[5-9]|[2-9]\d)/);
  expect(kind).toBe(process.env.KEEPSAKE_TEST_DATABASE);
});
