import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths";
import { Sentence } from "./sentence";

const stampPath = join(root, "lib/db/generated/.made-from");

/** What the generated client depends on: the schema, and the version of the generator. */
async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of ["prisma/schema.prisma", "node_modules/prisma/package.json"]) {
    hash.update(await readFile(join(root, file)));
  }
  return hash.digest("hex");
}

/**
 * Writes the Prisma client, unless the one that is there was made from the same schema.
 * @returns whether there was anything to do
 * @throws Sentence with Prisma's words when the schema is wrong
 */
export async function ensureGenerated(): Promise<boolean> {
  const wanted = await fingerprint();
  const found = await readFile(stampPath, "utf8").catch(() => "");
  if (found === wanted) return false;

  const child = spawn(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      PRISMA_GENERATE_NO_HINTS: "1",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) {
    throw new Sentence(`The Prisma client could not be generated:\n${output.trim()}`);
  }
  await writeFile(stampPath, wanted);
  return true;
}
