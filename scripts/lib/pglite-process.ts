import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { LocalDatabase } from "./pglite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readyMessage = z.object({ url: z.string() });

/**
 * Starts PGlite in a process of its own and waits until it answers.
 * @throws Error with what the process said when it ends before it is ready
 */
export async function startPgliteProcess(
  options: { dataDir?: string; port?: number } = {},
): Promise<LocalDatabase> {
  const args = ["--port", String(options.port ?? 0)];
  if (options.dataDir) args.push("--data", options.dataDir);
  const child = fork("scripts/pglite.ts", args, {
    cwd: root,
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(readyMessage.parse(message).url));
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`The database process ended with ${code}: ${said.trim()}`)),
    );
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.disconnect();
      const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await gone;
      clearTimeout(impatient);
    },
  };
}
