import { spawnSync } from "node:child_process";
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

/** Browser, build, servers. @returns what stops them again */
export default async function globalSetup(): Promise<() => Promise<void>> {
  ensureChromium(console.log);
  await ensureBuild();

  let tell: (servers: Servers) => void = () => undefined;
  const ready = new Promise<Servers>((resolve) => {
    tell = resolve;
  });
  const child = startChild({
    name: "The servers of the journeys",
    args: ["--import", "tsx", "scripts/e2e-servers.ts"],
    onLine: (line) => console.error(line),
    onMessage: (message) => tell(serversSchema.parse(message)),
  });
  announceServers(await untilReady(child, ready, 180_000));
  return () => child.stop(10_000);
}
