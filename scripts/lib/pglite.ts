import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** A running database; `url` is what DATABASE_URL should be. */
export interface LocalDatabase {
  url: string;
  stop(): Promise<void>;
}

/** PGlite runs one statement at a time; this many clients may wait in line. */
const maxConnections = 50;

/**
 * Starts Postgres compiled to WebAssembly behind the ordinary Postgres wire, on loopback only.
 * @param options.dataDir folder that keeps the data; without it, everything lives in memory
 * @param options.port 0 (the default) lets the system choose a free one
 */
export async function startPglite(
  options: { dataDir?: string; port?: number } = {},
): Promise<LocalDatabase> {
  if (options.dataDir) await mkdir(dirname(options.dataDir), { recursive: true });
  const db = await PGlite.create(options.dataDir ? { dataDir: options.dataDir } : {});
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
