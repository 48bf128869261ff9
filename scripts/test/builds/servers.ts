import { startChild, untilReady } from "../../lib/children";
import { nextFreePort, waitForPort } from "../../lib/ports";
import { origin } from "../harness";
import { allowPort } from "../network";

const PORTS = 50;

/** A production build that runs in a process of its own. */
export type RunningBuild = {
  origin: string;
  /** What it wrote so far, on both streams. */
  lines: string[];
  stop(): Promise<void>;
};

/**
 * `next start` of a build, with the settings of this process.
 * @param folder that of the build
 * @param settingsFor further settings, given the origin at which it will answer
 */
export async function startBuild(
  folder: string,
  firstPort: number,
  settingsFor: (origin: string) => Record<string, string> = () => ({}),
): Promise<RunningBuild> {
  // Whoever looks for a free port knocks at each.
  for (let at = 0; at < PORTS; at += 1) allowPort(firstPort + at);
  const port = await nextFreePort(firstPort);
  const at = `http://localhost:${port}`;
  const lines: string[] = [];
  const child = startChild({
    name: "The app",
    args: [
      "node_modules/next/dist/bin/next",
      ...["start", folder, "--port", String(port), "--hostname", "localhost"],
    ],
    env: {
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXTAUTH_URL: origin,
      ...settingsFor(at),
    },
    onLine: (line) => lines.push(line),
  });
  await untilReady(child, waitForPort(port), 60_000);
  return { origin: at, lines, stop: () => child.stop() };
}
