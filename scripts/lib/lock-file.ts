import { z } from "zod";

const entrySchema = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

export const lockSchema = z.looseObject({
  packages: z.record(z.string(), entrySchema),
});

export type LockFile = z.infer<typeof lockSchema>;
type Entry = z.infer<typeof entrySchema>;

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
];
const otherSystems = ["sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x"];
const otherProcessors = ["wasm32", "x64"];

/**
 * For which systems a native build is, read from its name (`@next/swc-win32-arm64-msvc`): a
 * registry that lacks the build cannot tell.
 */
export function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.replace(/^@[^/]+\//, "").split(/[-.]/);
  const os = words.find((word) => [...systems, ...otherSystems].includes(word));
  const cpu = words.find((word) => [...processors, ...otherProcessors].includes(word));
  const libc = words.some((word) => word.startsWith("musl"))
    ? "musl"
    : words.some((word) => word.startsWith("gnu"))
      ? "glibc"
      : undefined;
  return {
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os] } : {}),
    ...(libc && os === "linux" ? { libc: [libc] } : {}),
  };
}

/** The places where Node looks for `name` from the package at `path`, nearest first. */
function places(path: string, name: string): string[] {
  const found: string[] = [];
  for (
    let folder = path;
    ;
    folder = folder.replace(/\/?node_modules\/(?!.*\/node_modules\/).*$/, "")
  ) {
    found.push(folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (folder === "") return found;
  }
}

/**
 * The entries a lock file lacks: a native build that the registry of the one who wrote the lock
 * did not have is left out by npm without a word, and `npm ci` then refuses the file elsewhere.
 * @returns the missing entries by their place
 * @throws Error for a version that is not exact: there is nothing to look it up in
 */
export function missingOptionals(lock: LockFile): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === "") continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const known = (place: string) => lock.packages[place] ?? missing[place];
      const candidates = places(path, name);
      const nearest = candidates.map(known).find((candidate) => candidate !== undefined);
      if (nearest && (nearest.version === version || !/^\d/.test(version))) continue;
      if (!/^\d+\.\d+\.\d+/.test(version)) {
        throw new Error(`${path} wants ${name}@${version}, which names no exact version.`);
      }
      const top = `node_modules/${name}`;
      const place = nearest === undefined ? top : `${path}/node_modules/${name}`;
      missing[place] = {
        version,
        ...platformOf(name),
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

const rawObject = z.record(z.string(), z.unknown());

/** The text of the lock file with what it lacked, in npm's own order and form. */
export function completeLock(text: string): string {
  const raw = rawObject.parse(JSON.parse(text));
  const missing = missingOptionals(lockSchema.parse(raw));
  const packages = { ...rawObject.parse(raw.packages), ...missing };
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return `${JSON.stringify({ ...raw, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** The packages whose entry names the registry they came from: it ties everybody to that one. */
export function tiedToRegistry(lock: LockFile): string[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined && entry.link !== true)
    .map(([path]) => path);
}
