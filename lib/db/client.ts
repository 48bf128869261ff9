import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { createPool } from "@/lib/db/pool";
import { env } from "@/lib/env";

function connect(): PrismaClient {
  const adapter = new PrismaPg(pool(), { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 10_000 } });
}

// Hot reload in development evaluates this module again and again; the pool must not multiply.
const shared = globalThis as typeof globalThis & { keepsakeDb?: PrismaClient; keepsakePool?: Pool };

/** The connections of this process, which `db` uses too. */
export function pool(): Pool {
  shared.keepsakePool ??= createPool(env().DATABASE_URL);
  return shared.keepsakePool;
}

/** The database client of this process; connects at first use. */
export function db(): PrismaClient {
  shared.keepsakeDb ??= connect();
  return shared.keepsakeDb;
}
