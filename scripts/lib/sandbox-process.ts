import { type Child, startChild, untilReady } from "./children";

export interface SandboxProcess {
  /** Where it answers, as it said itself. */
  origin: string;
  child: Child;
}

/**
 * Starts the sandbox and waits until it says that it is ready; its first start seeds its people.
 * @param settings the SANDBOX_… variables
 * @param options.onStart gets the process at once, so that it can be stopped while it starts
 * @throws Sentence when it ends before it is ready
 */
export async function startSandboxProcess(
  settings: Record<string, string>,
  options: { onStart?: (child: Child) => void } = {},
): Promise<SandboxProcess> {
  let tell: (origin: string) => void = () => undefined;
  const ready = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const child = startChild({
    name: "The sandbox",
    args: ["--import", "tsx", "sandbox/main.ts"],
    env: settings,
    onLine: (line, stream) => {
      const origin = /^sandbox ready (\S+)/.exec(line)?.[1];
      if (origin !== undefined) tell(origin);
      else if (stream === "stderr") console.error(`sandbox │ ${line}`);
    },
  });
  options.onStart?.(child);
  return { child, origin: await untilReady(child, ready, 180_000) };
}
