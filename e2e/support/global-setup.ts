import { spawnSync } from "node:child_process";
import type { FullConfig } from "@playwright/test";
import { ensureChromium } from "../../scripts/lib/browser";
import { isBuildFresh } from "../../scripts/lib/build-state";
import { startChild, untilReady } from "../../scripts/lib/children";
import { root } from "../../scripts/lib/paths";
import { startPgliteProcess } from "../../scripts/lib/pglite-process";
import { announceServers, type Servers, serversSchema } from "./servers";

/** Builds the app unless the build that is there is newer than everything it is made from. */
async function ensureBuild(): Promise<void> {
  if (await isBuildFresh()) return;
  console.log("Building the app.");
  const database = await startPgliteProcess();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url },
  });
  await database.stop();
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

/** Starts one set of servers; each worker has its own, so that journeys can run side by side. */
async function startServers(set: number): Promise<{ servers: Servers; stop(): Promise<void> }> {
  let tell: (servers: Servers) => void = () => undefined;
  const ready = new Promise<Servers>((resolve) => {
    tell = resolve;
  });
  const child = startChild({
    name: "The servers of the journeys",
    args: ["--import", "tsx", "scripts/e2e-servers.ts", String(set)],
    onLine: (line) => console.error(line),
    onMessage: (message) => tell(serversSchema.parse(message)),
  });
  return { servers: await untilReady(child, ready, 180_000), stop: () => child.stop(10_000) };
}

/** Browser, build, servers. @returns what stops them again */
export default async function globalSetup({ workers }: FullConfig): Promise<() => Promise<void>> {
  ensureChromium(console.log);
  await ensureBuild();
  const sets = await Promise.all(Array.from({ length: workers }, (_, set) => startServers(set)));
  announceServers(sets.map(({ servers }) => servers));
  return async () => {
    await Promise.all(sets.map(({ stop }) => stop()));
  };
}
