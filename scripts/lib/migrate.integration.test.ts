import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "../test/database";
import { allowHosts } from "../test/network";
import { migrate, resolveMigration } from "./migrate";
import { prismaFolder } from "./migration-files";
import type { LocalDatabase } from "./pglite";
import { diffSinceMigrations } from "./schema-diff";
import { Sentence } from "./sentence";

let database: LocalDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  allowHosts(new URL(database.url).host);
});
afterAll(() => database.stop());
beforeEach(async () => {
  await ask(`DROP SCHEMA "public" CASCADE; CREATE SCHEMA "public"`);
  folder = await mkdtemp(join(tmpdir(), "keepsake-migrate-"));
  await cp(prismaFolder, folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function add(name: string, script: string): Promise<void> {
  await mkdir(join(folder, "migrations", name), { recursive: true });
  await writeFile(join(folder, "migrations", name, "migration.sql"), script);
}

const go = () => migrate({ url: database.url, folder, lease: { pollMs: 20 } });
const later = "29990101000000_later";

test("three at once apply everything once, and the next one finds nothing to do", async () => {
  const applied = await Promise.all([go(), go(), go()]);
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  expect(await go()).toEqual([]);
  const rows = await ask(`SELECT migration_name FROM "_prisma_migrations"`);
  expect(rows).toHaveLength(applied.flat().length);
});

test("a failed migration is named with its reason, leaves nothing, and runs once mended", async () => {
  await go();
  await add(later, `CREATE TABLE "half" (i int); SELECT nothing FROM nowhere;`);
  const failure = go();
  await expect(failure).rejects.toBeInstanceOf(Sentence);
  await expect(failure).rejects.toThrow(
    `Migration ${later} failed: relation "nowhere" does not exist. It ran as one transaction`,
  );
  expect(await ask(`SELECT to_regclass('half') AS "half"`)).toEqual([{ half: null }]);

  await add(later, `CREATE TABLE "half" (i int);`);
  expect(await go()).toEqual([later]);
});

test("a semicolon inside a string or a function does not cut a migration", async () => {
  await go();
  await add(
    later,
    `CREATE TABLE "notes" (t text DEFAULT 'a;b');
     CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n * 2; END; $$;`,
  );
  expect(await go()).toEqual([later]);
  expect(await ask("SELECT twice(21) AS answer")).toEqual([{ answer: 42 }]);
});

test("one that may have left a part behind asks to be looked at, and is settled by hand", async () => {
  await go();
  await add(later, `CREATE TABLE "part" (i int); COMMIT; SELECT nothing FROM nowhere;`);
  await expect(go()).rejects.toThrow(`npm run db:migrate -- --rolled-back ${later}`);
  await expect(go()).rejects.toThrow(`Migration ${later} was started`);

  await ask(`DROP TABLE "part"`);
  await resolveMigration({ url: database.url, folder }, later, "rolled-back");
  await add(later, `CREATE TABLE "part" (i int);`);
  expect(await go()).toEqual([later]);
});

test("an unfinished one whose work is all there can be recorded as applied", async () => {
  await go();
  await ask(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at)
             VALUES ('1', 'x', '${later}', now())`);
  await add(later, `CREATE TABLE "whole" (i int);`);
  await expect(go()).rejects.toThrow("never finished");
  await resolveMigration({ url: database.url, folder }, later, "applied");
  expect(await go()).toEqual([]);
});

test("a database with somebody else's tables is refused and left as it is", async () => {
  await ask(`CREATE TABLE "theirs" (i int)`);
  await expect(go()).rejects.toThrow(/is not empty and was not made by Keepsake/);
  expect(await ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([
    { tablename: "theirs" },
  ]);
});

test("a database that is ahead of this checkout is left alone", async () => {
  await add(later, `CREATE TABLE "newer" (i int);`);
  await go();
  expect(await migrate({ url: database.url })).toEqual([]);
});

test("the migrations lead to exactly what schema.prisma says", async () => {
  expect(await diffSinceMigrations()).toBeNull();
});

test("what schema.prisma has more than the migrations becomes SQL", async () => {
  await writeFile(
    join(folder, "schema.prisma"),
    'datasource db {\n  provider = "postgresql"\n}\nmodel Only {\n  id String @id\n}\n',
  );
  const script = await diffSinceMigrations(folder);
  expect(script).toContain(`CREATE TABLE "Only"`);
  expect(script).toContain(`DROP TABLE "User"`);
});
