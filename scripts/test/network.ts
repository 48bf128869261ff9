import { type AddressInfo, Server, Socket } from "node:net";

const loopback = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

type State = {
  /** `host:port` of everything a test may connect to; every loopback name counts as `localhost`. */
  allowed: Set<string>;
  refused: string[];
  isBlocking: boolean;
};

/** One for the process: files of tests that share it may each have a copy of this module. */
const shared = globalThis as typeof globalThis & { keepsakeTestNetwork?: State };
shared.keepsakeTestNetwork ??= { allowed: new Set(), refused: [], isBlocking: false };
const state = shared.keepsakeTestNetwork;
const { allowed, refused } = state;

const key = (host: string, port: number | string) =>
  `${loopback.has(host) ? "localhost" : host}:${port}`;

/** Lets tests connect to `port` of this machine: for a server that another process runs. */
export function allowPort(port: number): void {
  allowed.add(key("localhost", port));
}

/** Lets tests connect to `host:port` entries separated by commas. */
export function allowHosts(list: string): void {
  for (const entry of list.split(",").filter(Boolean)) {
    const { hostname, port } = new URL(`tcp://${entry}`);
    allowed.add(key(hostname, port || "5432"));
  }
}

/** The connections refused since the last call. */
export function takeRefused(): string[] {
  return refused.splice(0);
}

/** Where a call of `socket.connect` leads. Node's own callers pass their arguments as one array. */
function target(args: unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === "object" && first !== null) {
    const path: unknown = Reflect.get(first, "path");
    const host: unknown = Reflect.get(first, "host");
    const port: unknown = Reflect.get(first, "port");
    if (typeof path === "string" && port === undefined) return path;
    return key(typeof host === "string" ? host : "localhost", String(port));
  }
  if (typeof first === "string" && Number.isNaN(Number(first))) return first;
  return key(typeof second === "string" ? second : "localhost", String(first));
}

/**
 * From here on a connection reaches only what the test itself listens on, or what was allowed since.
 * Anything else fails as if the network were down, and is kept for `takeRefused`: code that
 * swallows the error does not hide it.
 */
export function blockNetwork(): void {
  allowed.clear();
  if (state.isBlocking) return;
  state.isBlocking = true;
  const connect = Socket.prototype.connect;
  const listen = Server.prototype.listen;

  Object.assign(Socket.prototype, {
    connect(this: Socket, ...args: unknown[]) {
      const to = target(args);
      if (allowed.has(to)) return Reflect.apply(connect, this, args);
      refused.push(to);
      const error = new Error(`This test planned no connection to ${to}.`);
      process.nextTick(() => this.destroy(error));
      return this;
    },
  });

  const isTcp = (address: AddressInfo | string | null): address is AddressInfo =>
    typeof address === "object" && address !== null;
  Object.assign(Server.prototype, {
    listen(this: Server, ...args: unknown[]) {
      this.once("listening", () => {
        const address = this.address();
        if (isTcp(address)) allowPort(address.port);
        else if (address !== null) allowed.add(address);
      });
      return Reflect.apply(listen, this, args);
    },
  });
}
