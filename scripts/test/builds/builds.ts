import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isBuildFresh } from "../../lib/build-state";
import { ensureGenerated } from "../../lib/generate";
import { dataFolder, root } from "../../lib/paths";

/** Inside the project, so that it finds the same packages. */
const withoutProxy = join(dataFolder, "build-without-proxy");

/** What a build is made from, but proxy.ts. */
const sources = [
  ...["app", "components", "lib", "public", "prisma", "instrumentation.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package.json"],
];
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** `next build` in a folder. @throws with its last words when it fails. */
async function build(folder: string): Promise<void> {
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`The build failed:\n${output.slice(-4_000)}`);
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((name) => filesOf(join(root, name)))) {
    if (!isTest(file)) hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * Builds the app from a copy of its sources that has no proxy.ts, unless that was done before.
 * @returns the folder that `next start` is given
 */
async function buildWithoutProxy(): Promise<string> {
  const stamp = join(withoutProxy, ".made-from");
  const wanted = fingerprint();
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return withoutProxy;
  await rm(withoutProxy, { recursive: true, force: true });
  await mkdir(withoutProxy, { recursive: true });
  for (const name of sources.filter((each) => existsSync(join(root, each)))) {
    const filter = (path: string) => !isTest(path);
    await cp(join(root, name), join(withoutProxy, name), { recursive: true, filter });
  }
  await build(withoutProxy);
  await writeFile(stamp, wanted);
  return withoutProxy;
}

/** The production build, made where there is none of what the sources are now. */
export async function wholeBuild(): Promise<string> {
  await ensureGenerated();
  if (!(await isBuildFresh())) await build(root);
  return root;
}

/** Both production builds, made where there is none of what the sources are now. */
export async function bothBuilds(): Promise<{ whole: string; withoutProxy: string }> {
  return { whole: await wholeBuild(), withoutProxy: await buildWithoutProxy() };
}
