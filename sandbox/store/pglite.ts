import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PGlite, type PGliteInterface, type Transaction } from "@electric-sql/pglite";
import type { Database, Queryable } from "./database";
import { lockFolder } from "./folder-lock";
import { openInMemory } from "./pglite-template";

function queryable(connection: PGliteInterface | Transaction): Queryable {
  return {
    async all(row, sql, parameters = []) {
      const { rows } = await connection.query(sql, [...parameters]);
      return rows.map((each) => row.parse(each));
    },
    async run(sql, parameters = []) {
      return (await connection.query(sql, [...parameters])).affectedRows ?? 0;
    },
  };
}

/** Makes the folder beside its place first: one that was cut off half-way would never open. */
async function prepareFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  await (await PGlite.create(draft)).close();
  renameSync(draft, folder);
}

async function openFolder(folder: string): Promise<{ pglite: PGlite; unlock: () => void }> {
  mkdirSync(dirname(folder), { recursive: true });
  const unlock = lockFolder(folder);
  try {
    await prepareFolder(folder);
    return { pglite: await PGlite.create(folder), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Opens PGlite in a folder (made when missing), or in memory for `memory://`.
 * @throws FolderInUseError when another process works in the folder
 */
export async function openPglite(dataDir: string): Promise<Database> {
  const { pglite, unlock } =
    dataDir === "memory://"
      ? { pglite: await openInMemory(), unlock: () => {} }
      : await openFolder(resolve(dataDir));
  return {
    ...queryable(pglite),
    async script(sql) {
      await pglite.exec(sql);
    },
    transaction: (work) => pglite.transaction((within) => work(queryable(within))),
    async close() {
      await pglite.close();
      unlock();
    },
  };
}
