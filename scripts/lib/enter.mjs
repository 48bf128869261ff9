import { fileURLToPath } from "node:url";
import { ensureInstalled, isInstalled } from "./install.mjs";
import { nodeVersionProblem } from "./node-version.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The way into every command on a machine that may have nothing yet: checks Node, installs the
 * packages, and only then loads the command itself, which may use them and is TypeScript.
 * @param {URL} entry the command's module
 * @param {{ install?: boolean, verdict?: boolean }} options `install: false` only says what is
 *   missing; `verdict` ends with a count also when it comes to nothing
 */
export async function enter(entry, { install = true, verdict = false } = {}) {
  process.chdir(root);
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  const problem = nodeVersionProblem(process.versions.node) ?? (await missing(install));
  if (problem !== undefined) {
    console.error(problem);
    if (verdict) console.log("\n0 passed, 1 failed");
    process.exitCode = 1;
    return;
  }
  const { register } = await import("tsx/esm/api");
  register();
  await import(entry.href);
}

/** @param {boolean} install */
async function missing(install) {
  if (install) return ensureInstalled(root, (line) => console.log(line));
  return isInstalled(root) ? undefined : "The packages are not installed: run npm ci first.";
}
