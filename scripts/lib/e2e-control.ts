import { createServer, type IncomingMessage } from "node:http";
import { deserialize, serialize } from "node:v8";
import pg from "pg";
import { z } from "zod";
import type { SandboxControl } from "../../sandbox/control/control";
import { leaseTable } from "./lease";

const callSchema = z.tuple([z.string(), z.array(z.unknown())]);

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Empties every table of the app, in one statement: nobody is signed in or connected any more. */
async function emptyDatabase(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_catalog.pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', $1)`,
    [leaseTable],
  );
  await pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")} CASCADE`);
}

/** Lets the app ask Memoram about every connection at once, which it does once in two seconds. */
async function forgetChecks(pool: pg.Pool): Promise<void> {
  await pool.query('UPDATE "Connection" SET "checkedAt" = NULL');
}

/**
 * Lets the journeys, which are other processes, do to the sandbox what its control can do, and
 * empty the app's database. Values travel as Node serialises them, regular expressions included.
 * On loopback and only while the journeys run.
 */
export async function serveControl(
  control: SandboxControl,
  databaseUrl: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on("error", () => undefined);

  async function call(method: string, args: unknown[]): Promise<unknown> {
    if (method === "emptyDatabase") return emptyDatabase(pool);
    if (method === "forgetChecks") return forgetChecks(pool);
    const action: unknown = Reflect.get(control, method);
    if (typeof action !== "function") throw new Error(`The sandbox's control has no ${method}.`);
    return Reflect.apply(action, control, args);
  }

  const server = createServer(async (request, response) => {
    try {
      const [method, args] = callSchema.parse(deserialize(await readBody(request)));
      response.end(serialize(await call(method, args)));
    } catch (error) {
      response.statusCode = 500;
      response.end(serialize(error instanceof Error ? error.message : String(error)));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("No port for the control.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await pool.end();
    },
  };
}
