import pg from "pg";
import { migrationAdapter } from "./migration-adapter";
import { prismaFolder, readMigrations, readSchema } from "./migration-files";
import { startPglite } from "./pglite";
import { createSchemaEngine } from "./schema-engine";

/**
 * The SQL that leads from all migrations to schema.prisma, or null when they agree.
 * The migrations are played into a PGlite in memory: no database needs to be running.
 * @throws the engine's error when a migration does not run or the schema is not valid
 */
export async function diffSinceMigrations(folder = prismaFolder): Promise<string | null> {
  const scratch = await startPglite();
  const pool = new pg.Pool({ connectionString: scratch.url, max: 2 });
  try {
    const engine = await createSchemaEngine(migrationAdapter(pool));
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations(folder)) },
      to: { tag: "schemaDatamodel", ...(await readSchema(folder)) },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    return exitCode === 0 ? null : (stdout ?? "");
  } finally {
    await pool.end();
    await scratch.stop();
  }
}
