import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { z } from "zod";

const memory = "memory://";

/** Beside the other tools' caches; each version of PGlite has its own file. */
function cacheFile(): string {
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const manifest: unknown = JSON.parse(
    readFileSync(join(dirname(entry), "..", "package.json"), "utf8"),
  );
  const { version } = z.object({ version: z.string() }).parse(manifest);
  return resolve("node_modules", ".cache", "memoram-sandbox", `pglite-${version}.tar.gz`);
}

function read(file: string): Blob | null {
  try {
    return new Blob([readFileSync(file)], { type: "application/x-gzip" });
  } catch {
    return null;
  }
}

/** Writes the file whole or not at all, as several processes may do so at once. */
async function keep(file: string, pglite: PGlite): Promise<void> {
  await pglite.exec("checkpoint");
  const dump = await pglite.dumpDataDir("gzip");
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
    renameSync(unfinished, file);
  } catch {
    // A folder that cannot be written to costs the next start some seconds, nothing else.
    rmSync(unfinished, { force: true });
  }
}

/**
 * Opens an empty PGlite in memory. Making a new cluster takes seconds of computing, so the first
 * one is kept, empty, and later ones are copies of it: a test suite starts many.
 */
export async function openInMemory(): Promise<PGlite> {
  const file = cacheFile();
  const template = read(file);
  if (template) {
    try {
      return await PGlite.create(memory, { loadDataDir: template });
    } catch {
      rmSync(file, { force: true });
    }
  }
  const pglite = await PGlite.create(memory);
  await keep(file, pglite);
  return pglite;
}
