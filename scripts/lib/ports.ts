import { connect, createServer } from "node:net";
import { Sentence } from "./sentence";

type PortState = "free" | "in-use" | "forbidden";

const loopbacks = ["127.0.0.1", "::1"];

/** Somebody answers. Where several programs may share a port, listening alone would not tell. */
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}

function tryListen(port: number, host: string | undefined): Promise<PortState> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("in-use");
      else if (error.code === "EACCES") resolve("forbidden");
      // The machine has no such address: nobody else can be there either.
      else resolve("free");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve("free")));
  });
}

/** Whether a server can listen on `port`, on IPv4, on IPv6 and on all addresses. */
export async function portState(port: number): Promise<PortState> {
  for (const host of loopbacks) {
    if (await answers(port, host)) return "in-use";
  }
  for (const host of [...loopbacks, undefined]) {
    const state = await tryListen(port, host);
    if (state !== "free") return state;
  }
  return "free";
}

/** The first free port from `from` upward. */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < Math.min(from + 50, 65_536); port += 1) {
    if ((await portState(port)) === "free") return port;
  }
  throw new Sentence(`No free port was found from ${from} on.`);
}

/**
 * Reads a port setting.
 * @throws Sentence when it is not a port
 */
export function readPort(name: string, value: string | undefined, fallback: number): number {
  if (value === undefined || value.trim() === "") return fallback;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value.trim()) || port < 1 || port > 65_535) {
    throw new Sentence(`${name} must be a port number from 1 to 65535, not ${value}.`);
  }
  return port;
}

/** How to set a variable for one run of a command, in the words of this system's shell. */
export function withVariable(name: string, value: string | number, command: string): string {
  return process.platform === "win32"
    ? `$env:${name}=${value}; ${command}`
    : `${name}=${value} ${command}`;
}

/** A port somebody needs: `name` is the setting that moves it, `what` what it is for. */
export interface PortNeed {
  name: string;
  port: number;
  what: string;
}

/**
 * Says which of the ports cannot be had, each in one sentence that names a free one instead.
 * @param command what to run again, as a person types it
 * @returns an empty list when all are free
 */
export async function portProblems(needs: PortNeed[], command: string): Promise<string[]> {
  const taken = new Set(needs.map((need) => need.port));
  const problems: string[] = [];
  for (const [index, { name, port, what }] of needs.entries()) {
    const twin = needs.slice(0, index).find((need) => need.port === port);
    const state = twin ? "in-use" : await portState(port);
    if (state === "free") continue;

    let free = await nextFreePort(port < 1024 ? 3000 : port + 1);
    while (taken.has(free)) free = await nextFreePort(free + 1);
    taken.add(free);
    const retry = withVariable(name, free, command);
    if (twin) {
      problems.push(`${twin.what} and ${what} both want port ${port}. Move one: ${retry}`);
    } else if (state === "forbidden") {
      problems.push(`Port ${port} (${what}) needs more rights than you have. Try: ${retry}`);
    } else {
      problems.push(
        `Port ${port} (${what}) is in use by another program. Stop that one, or try: ${retry}`,
      );
    }
  }
  return problems;
}

/** Resolves once somebody listens on `port` of this machine. */
export async function waitForPort(port: number): Promise<void> {
  for (;;) {
    for (const host of loopbacks) if (await answers(port, host)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
