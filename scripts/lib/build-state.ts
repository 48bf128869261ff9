import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths";

/** What a build is made from. Tests, documents and scripts are no part of it. */
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

async function newestChange(path: string): Promise<number> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return 0;
  if (!info.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : info.mtimeMs;
  const names = await readdir(path);
  const times = await Promise.all(names.map((name) => newestChange(join(path, name))));
  return Math.max(info.mtimeMs, ...times);
}

/** Whether there is a production build that is newer than everything it is made from. */
export async function isBuildFresh(folder = root): Promise<boolean> {
  const built = await stat(join(folder, ".next/BUILD_ID")).catch(() => undefined);
  if (built === undefined) return false;
  const changes = await Promise.all(sources.map((name) => newestChange(join(folder, name))));
  return Math.max(...changes) < built.mtimeMs;
}
