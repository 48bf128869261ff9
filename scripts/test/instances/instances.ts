import { type Child, startChild, untilReady } from "../../lib/children";
import { allowPort } from "../network";

/** An instance of the app in a process of its own, on the database and settings of this one. */
export interface Instance {
  /** Calls it as a browser on our own page does. @throws what `fetch` throws when it is gone */
  call(path: string, options?: InstanceCall): Promise<InstanceAnswer>;
  /** Ends (`SIGKILL`), pauses (`SIGSTOP`) or wakes (`SIGCONT`) it. */
  signal(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  /** Resolves when it ended. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

export type InstanceCall = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  cookie: string;
};

export type InstanceAnswer = {
  status: number;
  headers: Headers;
  text: string;
  /** Of a problem; undefined for anything else. */
  code: unknown;
};

async function callOn(
  port: number,
  path: string,
  { method = "GET", body, headers = {}, cookie }: InstanceCall,
): Promise<InstanceAnswer> {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: {
      cookie,
      "sec-fetch-site": "same-origin",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json: unknown = text ? JSON.parse(text) : null;
  const code: unknown = typeof json === "object" && json ? Reflect.get(json, "code") : undefined;
  return { status: answer.status, headers: answer.headers, text, code };
}

/** Starts one and waits until it answers. @param env what is set otherwise than in this process */
export async function startInstance(env: Record<string, string> = {}): Promise<Instance> {
  let tell: (port: number) => void = () => undefined;
  const ready = new Promise<number>((resolve) => {
    tell = resolve;
  });
  const child: Child = startChild({
    name: "The instance",
    args: ["--conditions=react-server", "--import", "tsx", "scripts/test/instances/main.ts"],
    env,
    onLine: (line, stream) => {
      const port = /^instance ready (\d+)$/.exec(line)?.[1];
      if (port !== undefined) tell(Number(port));
      else if (stream === "stderr") console.error(`instance │ ${line}`);
    },
  });
  const port = await untilReady(child, ready, 120_000);
  allowPort(port);
  return {
    call: (path, options = { cookie: "" }) => callOn(port, path, options),
    signal: (signal) => {
      if (child.pid !== undefined) process.kill(child.pid, signal);
    },
    ended: child.ended,
    stop: () => child.stop(),
  };
}

export const startInstances = (count: number): Promise<Instance[]> =>
  Promise.all(Array.from({ length: count }, () => startInstance()));
