import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root } from "./paths";
import { Sentence } from "./sentence";

const followParent = new URL("./follow-parent.mjs", import.meta.url).href;

export interface ChildOptions {
  /** How a person calls it: "the app", "the database". */
  name: string;
  /** Node's arguments: the script and what follows it. */
  args: string[];
  env?: Record<string, string | undefined>;
  /** Every line it writes. */
  onLine?: (line: string, stream: "stdout" | "stderr") => void;
  /** Every message it sends over its channel. */
  onMessage?: (message: unknown) => void;
}

export interface Child {
  readonly name: string;
  readonly pid: number | undefined;
  /** Resolves when it ended, with words for how. */
  readonly ended: Promise<string>;
  /** Asks it to end, and ends it by force after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>;
}

function describeEnd(code: number | null, signal: string | null): string {
  return signal === null ? `exit code ${code}` : `signal ${signal}`;
}

/**
 * Starts a Node process that ends with us, however we end (see follow-parent.mjs), and that no
 * Ctrl-C of the terminal reaches: who started it decides when it stops.
 */
export function startChild(options: ChildOptions): Child {
  const { name, args, env = {}, onLine, onMessage } = options;
  const nodeOptions = [process.env.NODE_OPTIONS, `--import=${followParent}`].filter(Boolean);
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, NODE_OPTIONS: nodeOptions.join(" ") },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own, out of the terminal's reach. On Windows it would open a window.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  for (const stream of ["stdout", "stderr"] as const) {
    const input = child[stream];
    if (!input) continue;
    createInterface({ input }).on("line", (line) => onLine?.(line, stream));
  }
  if (onMessage) child.on("message", onMessage);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(describeEnd(code, signal)));
  });

  return {
    name,
    pid: child.pid,
    ended,
    async stop(patienceMs = 5_000) {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const gone = once(child, "exit");
      if (child.connected) child.disconnect();
      const impatient = setTimeout(() => killTree(child), patienceMs);
      await gone;
      clearTimeout(impatient);
    },
  };
}

/** The whole group where there are groups; elsewhere the rest ends with its channel. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended just now.
  }
}

/**
 * Waits until `ready` resolves.
 * @throws Sentence when the child ends first or takes longer than `timeoutMs`
 */
export async function untilReady<T>(
  child: Child,
  ready: Promise<T>,
  timeoutMs = 60_000,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Sentence(`${child.name} did not start within ${timeoutMs / 1000} s.`)),
      timeoutMs,
    );
  });
  const dead = child.ended.then((how) => {
    throw new Sentence(`${child.name} ended before it was ready (${how}).`);
  });
  try {
    return await Promise.race([ready, dead, late]);
  } finally {
    clearTimeout(timer);
    dead.catch(() => undefined);
  }
}
