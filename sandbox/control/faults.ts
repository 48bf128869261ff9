import { setTimeout as sleep } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Next } from "hono";
import type { NodeEnv } from "../context";

/** A way for a call to go wrong. */
export type Fault =
  /** Answers this instead of doing the work; `body` is sent as JSON unless it is a string. */
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** Cuts the connection instead of doing the work. */
  | { reset: true }
  /** Does the work after a wait. */
  | { delayMs: number }
  /** Answers with an HTML page instead of doing the work; status 200 unless told. */
  | { html: true; status?: number }
  /** Does the work, promises the whole answer, sends half of it and cuts the connection. */
  | { truncate: true }
  /** Does the work and cuts the connection without an answer. */
  | { lostAnswer: true }
  /** Cuts the connection at once, or answers as a gateway would, and does the work after a wait. */
  | { handledAfterMs: number; status?: number };

export interface FaultRule {
  method?: string;
  /**
   * A RegExp is tried on the whole path (`/api/v1/memory-blobs`); a string must equal it, or what
   * follows `/api/v1` (`/memory-blobs`).
   */
  path: RegExp | string;
  /** How many calls it spoils; without it, all until `clear`. */
  times?: number;
  fault: Fault;
}

function matches(rule: FaultRule, method: string, path: string): boolean {
  if (rule.method && rule.method.toUpperCase() !== method) return false;
  if (typeof rule.path === "string") return path === rule.path || path === `/api/v1${rule.path}`;
  // search() ignores lastIndex, so that a global RegExp does not remember its last match.
  return path.search(rule.path) >= 0;
}

function cut(c: Context<NodeEnv>): Response {
  c.set("connectionCut", true);
  c.env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

/** Sends half of the answer that was made, under the length of the whole. */
async function sendHalf(c: Context<NodeEnv>): Promise<Response> {
  const whole = Buffer.from(await c.res.arrayBuffer());
  const { outgoing, incoming } = c.env;
  const headers = Object.fromEntries(c.res.headers);
  outgoing.writeHead(c.res.status, { ...headers, "content-length": whole.length });
  const half = whole.subarray(0, Math.floor(whole.length / 2));
  await new Promise<void>((resolve) => outgoing.write(half, () => resolve()));
  incoming.socket.destroy();
  c.set("connectionCut", true);
  return RESPONSE_ALREADY_SENT;
}

const brokenPage = `<!doctype html><html lang="en"><head><title>Bad gateway</title></head>
<body><h1>Bad gateway</h1></body></html>`;

/** Makes calls go wrong on purpose; the oldest rule that fits a call is the one that acts. */
export class Faults {
  #rules: { rule: FaultRule; left: number }[] = [];
  readonly #closing = new AbortController();
  readonly #late = new Set<Promise<void>>();

  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#rules = [];
  }

  /** Cuts what still waits, now that the sandbox closes; what is answered but not done is left. */
  close(): void {
    this.#closing.abort();
  }

  /** Resolves when nothing is at work any more on what was answered before it was done. */
  async done(): Promise<void> {
    await Promise.allSettled(this.#late);
  }

  #handleLater(delayMs: number, next: Next): void {
    const work = (async () => {
      if (!(await this.#isOver(delayMs))) await next();
    })();
    this.#late.add(work);
    const over = () => void this.#late.delete(work);
    work.then(over, over);
  }

  async #isOver(delayMs: number): Promise<boolean> {
    const { signal } = this.#closing;
    await sleep(delayMs, undefined, { signal }).catch(() => undefined);
    return signal.aborted;
  }

  #take(method: string, path: string): Fault | null {
    const found = this.#rules.find(({ rule, left }) => left > 0 && matches(rule, method, path));
    if (!found) return null;
    found.left -= 1;
    return found.rule.fault;
  }

  /** Hono middleware; it must stand right behind the log. */
  spoil = async (c: Context<NodeEnv>, next: Next): Promise<Response | undefined> => {
    const fault = this.#take(c.req.method, new URL(c.req.url).pathname);
    if (fault === null) {
      await next();
      return undefined;
    }
    if ("reset" in fault) return cut(c);
    if ("handledAfterMs" in fault) {
      // The body is read by now: the log stands before this.
      this.#handleLater(fault.handledAfterMs, next);
      return fault.status === undefined ? cut(c) : new Response(null, { status: fault.status });
    }
    if ("html" in fault) {
      const headers = { "content-type": "text/html; charset=utf-8" };
      return new Response(brokenPage, { status: fault.status ?? 200, headers });
    }
    if ("status" in fault) {
      const text = typeof fault.body === "string";
      const body = fault.body === undefined || text ? fault.body : JSON.stringify(fault.body);
      const type = text ? "text/plain; charset=utf-8" : "application/json";
      return new Response(typeof body === "string" ? body : null, {
        status: fault.status,
        headers: { ...(body === undefined ? {} : { "content-type": type }), ...fault.headers },
      });
    }
    if ("delayMs" in fault && (await this.#isOver(fault.delayMs))) return cut(c);
    await next();
    if ("lostAnswer" in fault) {
      c.res = cut(c);
    } else if ("truncate" in fault) {
      c.res = await sendHalf(c);
    }
    return undefined;
  };
}
