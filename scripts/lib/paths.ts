import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, without a trailing slash. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** What development keeps between starts: database, sandbox, generated secrets. Never committed. */
export const dataFolder = join(root, ".data");
