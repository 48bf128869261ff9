import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import {
  databaseUrlProblem,
  describeDatabase,
  explainConnectionFailure,
} from "./connection-failure";
import { type LeaseOptions, leaseTable, withLease } from "./lease";
import { type MigrationAdapterFactory, migrationAdapter } from "./migration-adapter";
import { prismaFolder, readMigrations } from "./migration-files";
import { createSchemaEngine, engineCode, engineMessage } from "./schema-engine";
import { Sentence } from "./sentence";

export interface MigrateOptions {
  /** DATABASE_URL as it was given. */
  url: string | undefined;
  /** The folder that holds migrations/; for tests. */
  folder?: string;
  /** Told what is going on, a sentence at a time. */
  say?: (line: string) => void;
  lease?: Pick<LeaseOptions, "ttlMs" | "pollMs" | "patienceMs">;
}

const filters = { externalTables: [`public.${leaseTable}`], externalEnums: [] };

/** Scripts that end their own transaction may leave a part of themselves behind. */
const ownTransaction = /\b(BEGIN|COMMIT|ROLLBACK|CONCURRENTLY)\b/i;

interface Context {
  engine: SchemaEngine;
  factory: MigrationAdapterFactory;
  folder: string;
  where: string;
}

async function pending({ engine, folder, where }: Context): Promise<string[] | "unknown"> {
  const state = await engine.diagnoseMigrationHistory({
    migrationsList: await readMigrations(folder),
    optInToShadowDatabase: false,
    filters,
  });
  const failed = state.failedMigrationNames[0];
  if (failed) {
    throw new Sentence(
      `Migration ${failed} was started on ${where} and never finished. Look at what it left behind; ` +
        `then say \`npm run db:migrate -- --applied ${failed}\` if all of it is there, or ` +
        `\`npm run db:migrate -- --rolled-back ${failed}\` if nothing of it is.`,
    );
  }
  if (!state.hasMigrationsTable) return "unknown";
  const { history } = state;
  return history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
}

/** Refuses before anything is written into a database that holds somebody else's tables. */
async function assertOursOrEmpty(pool: pg.Pool, where: string): Promise<void> {
  const { rows } = await pool.query<{ tablename: string }>(
    "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = 'public'",
  );
  const names = rows.map((row) => row.tablename).filter((name) => name !== leaseTable);
  if (names.length > 0 && !names.includes("_prisma_migrations")) throw notOurs(where);
}

const notOurs = (where: string) =>
  new Sentence(
    `The database ${where} is not empty and was not made by Keepsake: give DATABASE_URL an empty one.`,
  );

/** Says which migration failed and why, and lets it run again where that is safe. */
async function explainFailure(context: Context, error: unknown): Promise<unknown> {
  const { engine, factory, folder, where } = context;
  if (engineCode(error) === "P3005") return notOurs(where);
  const list = await readMigrations(folder);
  const state = await engine.diagnoseMigrationHistory({
    migrationsList: list,
    optInToShadowDatabase: false,
    filters,
  });
  const failed = state.failedMigrationNames[0];
  if (failed === undefined) return new Error(engineMessage(error), { cause: error });

  const reason = factory.lastScriptError?.message ?? engineMessage(error);
  const file = list.migrationDirectories.find(({ path }) => path === failed)?.migrationFile.content;
  const whole = file?.tag === "ok" && !ownTransaction.test(file.value);
  if (!whole || factory.lastScriptError === undefined) {
    return new Sentence(
      `Migration ${failed} failed: ${reason}. It may have left a part of itself behind: look, then ` +
        `say \`npm run db:migrate -- --rolled-back ${failed}\` once nothing of it is there.`,
    );
  }
  await engine.markMigrationRolledBack({ migrationName: failed });
  return new Sentence(
    `Migration ${failed} failed: ${reason}. It ran as one transaction, so nothing of it was kept: ` +
      "mend it and migrate again.",
  );
}

/** Opens the database and an engine for it, and closes both whatever happens. */
async function withEngine<T>(
  options: MigrateOptions,
  work: (context: Context, pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const problem = databaseUrlProblem(options.url);
  if (problem !== undefined || options.url === undefined) throw new Sentence(problem);
  const pool = new pg.Pool({
    connectionString: options.url,
    max: 3,
    connectionTimeoutMillis: 15_000,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on("error", () => undefined);
  try {
    await pool.query("SELECT 1");
    const factory = migrationAdapter(pool);
    const engine = await createSchemaEngine(factory);
    const where = describeDatabase(options.url);
    return await work({ engine, factory, folder: options.folder ?? prismaFolder, where }, pool);
  } catch (error) {
    throw explainConnectionFailure(error, options.url);
  } finally {
    await pool.end();
  }
}

/**
 * Applies every migration that the database does not have yet. Safe when several processes do it
 * at once: one works, the others wait and then find nothing to do.
 * @returns the names of the migrations this call applied
 * @throws Sentence for everything a person can mend
 */
export function migrate(options: MigrateOptions): Promise<string[]> {
  const { say = () => undefined } = options;
  return withEngine(options, async (context, pool) => {
    const before = await pending(context).catch((error: unknown) => error);
    if (Array.isArray(before) && before.length === 0) return [];
    await assertOursOrEmpty(pool, context.where);
    return withLease(
      pool,
      async (assertHeld) => {
        // Under the lease once more: whoever held it before may have done the work, or failed.
        await pending(context);
        assertHeld();
        try {
          const { appliedMigrationNames } = await context.engine.applyMigrations({
            migrationsList: await readMigrations(context.folder),
            filters,
          });
          return appliedMigrationNames;
        } catch (error) {
          throw await explainFailure(context, error);
        }
      },
      {
        ...options.lease,
        onWait: (holder) => say(`${holder} is migrating this database; waiting for it to finish.`),
      },
    );
  });
}

/** Records by hand how a migration that never finished ended. */
export function resolveMigration(
  options: MigrateOptions,
  migrationName: string,
  outcome: "applied" | "rolled-back",
): Promise<void> {
  return withEngine(options, async ({ engine, folder }, pool) => {
    await withLease(pool, async () => {
      try {
        if (outcome === "rolled-back") await engine.markMigrationRolledBack({ migrationName });
        else {
          const migrationsList = await readMigrations(folder);
          await engine.markMigrationApplied({ migrationName, migrationsList });
        }
      } catch (error) {
        throw new Sentence(engineMessage(error), { cause: error });
      }
    });
  });
}
