import { deserialize, serialize } from "node:v8";
import type { SandboxControl } from "../../sandbox/control/control";
import type { Servers } from "./servers";

/** Every method of the sandbox's control, answering from the other process. */
export type RemoteSandbox = {
  [Name in keyof SandboxControl]: (
    ...args: Parameters<SandboxControl[Name]>
  ) => Promise<Awaited<ReturnType<SandboxControl[Name]>>>;
} & {
  /** The app asks about every connection anew, although it did so within the last two seconds. */
  forgetChecks(): Promise<void>;
};

async function call(servers: Servers, method: string, args: unknown[]): Promise<unknown> {
  const response = await fetch(servers.control, {
    method: "POST",
    body: new Uint8Array(serialize([method, args])),
  });
  const value: unknown = deserialize(Buffer.from(await response.arrayBuffer()));
  if (!response.ok) throw new Error(`sandbox.${method}: ${value}`);
  return value;
}

/** The sandbox's control: its people, their memories, requests and faults. */
export function remoteSandbox(servers: Servers): RemoteSandbox {
  return new Proxy(Object.create(null), {
    get(_target, name) {
      // Asked of everything that is awaited; this is no promise.
      if (typeof name !== "string" || name === "then") return undefined;
      return (...args: unknown[]) => call(servers, name, args);
    },
  });
}

/** Back to the beginning: the sandbox as seeded, the app's database empty. */
export async function startOver(servers: Servers): Promise<void> {
  await call(servers, "reset", []);
  await call(servers, "emptyDatabase", []);
}
