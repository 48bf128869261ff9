import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate } from "../lib/migrate";
import type { LocalDatabase } from "../lib/pglite";
import { startPgliteProcess } from "../lib/pglite-process";
import { INTEGRATION_WORKERS } from "./workers";

/** A fresh database on the server `adminUrl` names, dropped again by `stop`. */
async function createDatabase(adminUrl: string): Promise<LocalDatabase> {
  const name = `keepsake_test_${randomBytes(6).toString("hex")}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE "${name}"`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => run(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

async function serverVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>("SELECT version()");
    return rows[0]?.version ?? "";
  } finally {
    await client.end();
  }
}

/** Another fresh, empty database of the kind that the suite runs on, for a test of its own. */
export function freshDatabase(): Promise<LocalDatabase> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  return adminUrl ? createDatabase(adminUrl) : startPgliteProcess();
}

async function migratedDatabase(): Promise<LocalDatabase> {
  const database = await freshDatabase();
  try {
    await migrate({ url: database.url });
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/**
 * Vitest's global set-up of the integration tests: a fresh, migrated database for each worker.
 * `TEST_DATABASE_URL`, the address of a server on which databases may be created, puts them on that
 * Postgres; otherwise each is a PGlite in memory. Tests find theirs in DATABASE_URL.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const databases = await Promise.all(
    Array.from({ length: INTEGRATION_WORKERS }, migratedDatabase),
  );
  const urls = databases.map(({ url }) => url);
  process.env.KEEPSAKE_TEST_DATABASES = urls.join(" ");
  const isServer = Boolean(process.env.TEST_DATABASE_URL);
  process.env.KEEPSAKE_TEST_DATABASE = isServer ? "postgres" : "pglite";
  process.env.KEEPSAKE_TEST_HOSTS = [
    process.env.KEEPSAKE_TEST_HOSTS,
    ...urls.map((url) => new URL(url).host),
  ]
    .filter(Boolean)
    .join(",");
  const kind = isServer ? "Postgres" : "PGlite";
  console.log(`Integration tests run on ${kind}: ${await serverVersion(urls[0] ?? "")}`);
  return async () => {
    await Promise.all(databases.map(({ stop }) => stop()));
  };
}
