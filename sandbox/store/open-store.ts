import { newSecret } from "../ids";
import { SettingsError } from "../settings";
import type { Database } from "./database";
import { readMeta, writeMeta } from "./meta";
import { openPglite } from "./pglite";
import { openPostgres } from "./postgres";
import { schema, schemaVersion } from "./schema";

/**
 * Opens the store and makes its tables when they are missing.
 * @throws SettingsError when the store was made by another version of the sandbox
 */
export async function openStore(settings: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<Database> {
  const database = settings.databaseUrl
    ? await openPostgres(settings.databaseUrl)
    : await openPglite(settings.dataDir);
  try {
    await database.script(schema);
    const found = await readMeta(database, "schema_version");
    if (found === null) await writeMeta(database, "schema_version", String(schemaVersion));
    else if (found !== String(schemaVersion)) {
      const where = settings.databaseUrl ? "the schema `sandbox`" : settings.dataDir;
      throw new SettingsError(
        `The sandbox's store was made by another version of it; delete ${where} to start afresh.`,
      );
    }
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The secret that signs developer tokens and forms; made once per store, so restarts keep them. */
export async function storeSecret(database: Database): Promise<string> {
  const found = await readMeta(database, "secret");
  if (found !== null) return found;
  await writeMeta(database, "secret", newSecret());
  return storeSecret(database);
}
