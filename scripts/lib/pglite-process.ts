import { z } from "zod";
import { type Child, startChild, untilReady } from "./children";
import type { LocalDatabase } from "./pglite";

const readyMessage = z.object({ url: z.string() });

/** A database in a process of its own; `child` is that process. */
export interface DatabaseProcess extends LocalDatabase {
  child: Child;
}

/**
 * Starts PGlite in a process of its own and waits until it answers.
 * @param options.onStart gets the process at once, so that it can be stopped while it starts
 * @throws Sentence when it ends before it is ready
 */
export async function startPgliteProcess(
  options: { dataDir?: string; port?: number; onStart?: (child: Child) => void } = {},
): Promise<DatabaseProcess> {
  const args = ["--import", "tsx", "scripts/pglite.ts", "--port", String(options.port ?? 0)];
  if (options.dataDir) args.push("--data", options.dataDir);
  let tell: (url: string) => void = () => undefined;
  const ready = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const child = startChild({
    name: "The database",
    args,
    onLine: (line, stream) => {
      if (stream === "stderr") console.error(`database │ ${line}`);
    },
    onMessage: (message) => tell(readyMessage.parse(message).url),
  });
  options.onStart?.(child);
  const url = await untilReady(child, ready, 120_000);
  return { url, child, stop: () => child.stop() };
}
