import "server-only";
import pg from "pg";
import { causeOf, log } from "@/lib/log";

/** Few enough that many serverless instances fit one database; see docs/deploy.md. */
const MAX_CONNECTIONS = 5;

/**
 * A pool that begins with one connection and grows once it knows that it speaks to a real
 * Postgres. PGlite is one session behind its socket: its server may put one client's statement
 * between the parts of another's, so there we stay a single client.
 */
export function createPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
    onConnect: async (client) => {
      if (pool.options.max > 1) return;
      const { rows } = await client.query("SELECT version() AS version");
      if (!String(rows[0]?.version).includes("PGlite")) pool.options.max = MAX_CONNECTIONS;
    },
  });
  pool.on("error", (error) => log.warn("a database connection ended", { cause: causeOf(error) }));
  return pool;
}
