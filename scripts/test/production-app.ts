import { spawnSync } from "node:child_process";
import { isBuildFresh } from "../lib/build-state";
import { type Child, startChild, untilReady } from "../lib/children";
import { root } from "../lib/paths";
import { waitForPort } from "../lib/ports";
import { closedPort } from "./harness";
import { allowPort } from "./network";

/** Builds the app unless the build that is there is newer than everything it is made from. */
async function ensureBuild(databaseUrl: string): Promise<void> {
  if (await isBuildFresh()) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
}

/** The production build of the app, running in a process of its own. */
export interface ProductionApp {
  origin: string;
  /** Everything it wrote, on both streams. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Starts `next start` on a free port.
 * @param settingsFor everything it is set to, given its origin
 */
export async function startProductionApp(
  databaseUrl: string,
  settingsFor: (origin: string) => Promise<Record<string, string>>,
): Promise<ProductionApp> {
  await ensureBuild(databaseUrl);
  const port = await closedPort();
  allowPort(port);
  const origin = `http://localhost:${port}`;
  const lines: string[] = [];
  const child: Child = startChild({
    name: "The app",
    args: [
      ...["node_modules/next/dist/bin/next", "start"],
      ...["--port", String(port), "--hostname", "localhost"],
    ],
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, ...(await settingsFor(origin)) },
    onLine: (line) => lines.push(line),
  });
  await untilReady(child, waitForPort(port), 60_000);
  return { origin, output: () => lines.join("\n"), stop: () => child.stop(10_000) };
}
