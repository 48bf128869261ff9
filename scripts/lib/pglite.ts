import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { openInMemory } from "../../sandbox/store/pglite-template";
import { takeTurns } from "./pglite-turns";

/** A running database; `url` is what DATABASE_URL should be. */
export interface LocalDatabase {
  url: string;
  stop(): Promise<void>;
}

/** PGlite runs one statement at a time; this many clients may wait in line. */
const maxConnections = 50;

/**
 * Makes a data folder beside its place and moves it there when it is whole: one that was cut off
 * half-way would never open again.
 */
async function prepareFolder(dataDir: string): Promise<void> {
  if (existsSync(dataDir)) return;
  const draft = `${dataDir}.new`;
  await mkdir(dirname(dataDir), { recursive: true });
  await rm(draft, { recursive: true, force: true });
  const db = await PGlite.create({ dataDir: draft });
  await db.close();
  await rename(draft, dataDir);
}

/**
 * Starts Postgres compiled to WebAssembly behind the ordinary Postgres wire, on loopback only.
 * @param options.dataDir folder that keeps the data; without it, everything lives in memory
 * @param options.port 0 (the default) lets the system choose a free one
 */
export async function startPglite(
  options: { dataDir?: string; port?: number } = {},
): Promise<LocalDatabase> {
  if (options.dataDir) await prepareFolder(options.dataDir);
  const db = options.dataDir
    ? await PGlite.create({ dataDir: options.dataDir })
    : await openInMemory();
  takeTurns(db);
  const server = new PGLiteSocketServer({
    db,
    host: "127.0.0.1",
    port: options.port ?? 0,
    maxConnections,
  });
  try {
    await server.start();
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    url: `postgresql://postgres:postgres@${server.getServerConn()}/postgres`,
    async stop() {
      await server.stop();
      await db.close();
    },
  };
}
