import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

/** One answer of Memoram that is kept back until the test lets it go. */
export interface Held {
  /** Resolves once Memoram has done the work and its answer waits here. */
  arrived: Promise<void>;
  release(): void;
}

interface Rule {
  method: string;
  path: RegExp;
  arrive: () => void;
  released: Promise<void>;
}

export interface Gate {
  /** Where the gate listens, without a slash at the end. */
  origin: string;
  /** Keeps back the answer to the next call that fits; `path` is tried on the whole path. */
  hold(method: string, path: RegExp): Held;
  close(): Promise<void>;
}

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Headers that belong to one connection only, and the length, which is set anew. */
const ownToConnection = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
]);

function withoutConnection(headers: Iterable<[string, string]>): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !ownToConnection.has(name)));
}

/**
 * A server between the app and a sandbox that passes everything on, and can keep an answer back
 * after the work behind it was done: for what happens while an answer is on its way.
 * @param target the sandbox's origin
 */
export async function startGate(target: string): Promise<Gate> {
  const rules: Rule[] = [];

  function take(method: string, path: string): Rule | undefined {
    const at = rules.findIndex((rule) => rule.method === method && rule.path.test(path));
    return at < 0 ? undefined : rules.splice(at, 1)[0];
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request;
    const rule = take(method, url.split("?")[0] ?? "");
    const body = await buffer(request);
    const headers = Object.entries(request.headersDistinct).map(
      ([name, values]): [string, string] => [name, (values ?? []).join(", ")],
    );
    const answer = await fetch(target + url, {
      method,
      headers: withoutConnection(headers.filter(([name]) => name !== "host")),
      redirect: "manual",
      ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    rule?.arrive();
    await rule?.released;
    response.writeHead(answer.status, withoutConnection(answer.headers));
    response.end(bytes);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The gate has no port.");

  return {
    origin: `http://localhost:${address.port}`,
    hold(method, path) {
      const [arrival, departure] = [signal(), signal()];
      rules.push({ method, path, arrive: arrival.resolve, released: departure.promise });
      return { arrived: arrival.promise, release: departure.resolve };
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
