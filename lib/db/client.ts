import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { env } from "@/lib/env";

/** Few enough that many serverless instances fit one database; see docs/deploy.md. */
const MAX_CONNECTIONS = 5;

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
  });
  return new PrismaClient({ adapter });
}

// Hot reload in development evaluates this module again and again; the pool must not multiply.
const shared = globalThis as typeof globalThis & { keepsakeDb?: PrismaClient };

/** The database client of this process; connects at first use. */
export function db(): PrismaClient {
  shared.keepsakeDb ??= connect();
  return shared.keepsakeDb;
}
