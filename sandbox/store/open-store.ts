import { newSecret } from "../ids";
import { SettingsError } from "../settings";
import type { Database } from "./database";
import { readMeta, writeMeta } from "./meta";
import { schema, schemaVersion } from "./schema";

/** Each driver is loaded only where it is used: that is a good part of a warm start. */
async function connect(settings: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<Database> {
  if (settings.databaseUrl) {
    const { openPostgres } = await import("./postgres");
    return openPostgres(settings.databaseUrl);
  }
  const { openPglite } = await import("./pglite");
  return openPglite(settings.dataDir);
}

/**
 * Opens the store and makes its tables when they are missing.
 * @throws SettingsError when the store was made by another version of the sandbox
 */
export async function openStore(settings: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<Database> {
  const database = await connect(settings);
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
