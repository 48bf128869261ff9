import type { Context, Next } from "hono";
import type { NodeEnv } from "../context";

/** One request that reached the sandbox. */
export interface Call {
  method: string;
  /** The whole path, such as `/api/v1/memory-blobs`. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Parsed JSON, a form as an object, other text as it came; null without a body. */
  body: unknown;
  /** What was answered; 0 when a fault cut the connection. */
  status: number;
  /** When it came, ISO 8601. */
  at: string;
}

const kept = 5_000;

function parseBody(type: string, text: string): unknown {
  if (text === "") return null;
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Remembers what was called; the oldest calls are forgotten after 5,000. */
export class CallLog {
  #calls: Call[] = [];

  list(): Call[] {
    return [...this.#calls];
  }

  clear(): void {
    this.#calls = [];
  }

  /** Hono middleware; it must stand before everything that answers. */
  record = async (c: Context<NodeEnv>, next: Next): Promise<void> => {
    const hasBody = c.req.method !== "GET" && c.req.method !== "HEAD";
    const text = hasBody ? await c.req.text() : "";
    const call: Call = {
      method: c.req.method,
      path: new URL(c.req.url).pathname,
      query: c.req.query(),
      headers: c.req.header(),
      body: parseBody(c.req.header("content-type") ?? "", text),
      status: 0,
      at: new Date().toISOString(),
    };
    this.#calls.push(call);
    if (this.#calls.length > kept) this.#calls.shift();
    await next();
    call.status = c.get("connectionCut") ? 0 : c.res.status;
  };
}
