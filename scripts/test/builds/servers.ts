import { startChild, untilReady } from "../../lib/children";
import { nextFreePort, waitForPort } from "../../lib/ports";
import { origin } from "../harness";
import { allowPort } from "../network";

const PORTS = 50;

/** `next start` of a build, with the settings of this process. @param folder that of the build */
export async function startBuild(folder: string, firstPort: number) {
  // Whoever looks for a free port knocks at each.
  for (let at = 0; at < PORTS; at += 1) allowPort(firstPort + at);
  const port = await nextFreePort(firstPort);
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
    },
    onLine: (line) => lines.push(line),
  });
  await untilReady(child, waitForPort(port), 60_000);
  return { origin: `http://localhost:${port}`, lines, stop: () => child.stop() };
}
