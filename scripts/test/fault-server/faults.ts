import type { Socket } from "node:net";
import type { ProblemCode } from "@/lib/contract/problem";

/** Stands in every body that a fault sends: none of it may ever reach one of our answers. */
export const upstreamWords = "s3cret-upstream-words";

const MB = 1024 * 1024;
const DRIP_MS = 20;

export type Fault = {
  /** What a person of ours is told. */
  code: ProblemCode;
  /** The least and the most seconds of our Retry-After. */
  retryAfter?: [number, number];
  /** The head of a success goes out: where only the status counts, that is one. */
  hasGoodHead?: true;
  /** How many requests of ours there may be at once, where more would only test this machine. */
  atOnce?: number;
  /**
   * What the server does: refuse connections, let them hang, or play this to each request, of
   * which `count` came before.
   */
  does: "refuse" | "hang" | ((socket: Socket, count: number) => void);
};

function head(status: number, headers: Record<string, string | number>): string {
  const lines = Object.entries({ "content-type": "application/json", ...headers });
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/1.1 ${status} X\r\n${text}connection: close\r\n\r\n`;
}

function answer(status: number, body: string, headers: Record<string, string> = {}) {
  const length = Buffer.byteLength(body);
  return (socket: Socket) =>
    socket.end(head(status, { "content-length": length, ...headers }) + body);
}

const html = `<!doctype html><html><body><h1>${upstreamWords}</h1></body></html>`;
const cutJson = `{"items":[{"id":"${upstreamWords}`;
const error = JSON.stringify({ message: upstreamWords, error: upstreamWords });

function stallInHead(socket: Socket, count: number): void {
  if (count % 2 === 1) socket.write("HTTP/1.1 200 X\r\ncontent-type: applica");
}

function resetInBody(socket: Socket): void {
  socket.write(head(200, { "content-length": 1_000 }) + cutJson, () => {
    setTimeout(() => socket.resetAndDestroy(), 20);
  });
}

function drip(socket: Socket): void {
  socket.write(head(200, { "content-length": 100_000 }));
  let at = 0;
  const timer = setInterval(() => {
    socket.write(cutJson[at] ?? "x");
    at += 1;
  }, DRIP_MS);
  socket.once("close", () => clearInterval(timer));
}

/** Sends on only what is taken: whoever stops reading is not sent the rest. */
function flood(socket: Socket): void {
  socket.write(`${head(200, { "content-length": 50 * MB })}${cutJson}`);
  const chunk = Buffer.alloc(MB / 16, "x");
  let left = 50 * MB - cutJson.length;
  const more = () => {
    while (left > 0 && !socket.destroyed) {
      const part = chunk.subarray(0, Math.min(left, chunk.length));
      left -= part.length;
      if (!socket.write(part)) {
        socket.once("drain", more);
        return;
      }
    }
  };
  more();
}

/** The ways in which Memoram may fail; `elsewhere` is where the redirect leads. */
export function faultsOf(elsewhere: string): Record<string, Fault> {
  const busy = (after: string) => answer(429, error, { "retry-after": after });
  return {
    refused: { does: "refuse", code: "memoram-unavailable" },
    "connect hang": { does: "hang", code: "memoram-timeout" },
    "header stall": { does: stallInHead, code: "memoram-timeout" },
    "reset before an answer": {
      does: (socket) => socket.resetAndDestroy(),
      code: "memoram-unavailable",
    },
    "reset in the body": { does: resetInBody, code: "memoram-unavailable", hasGoodHead: true },
    "slow drip": { does: drip, code: "memoram-timeout", hasGoodHead: true },
    "truncated JSON": {
      does: answer(200, cutJson),
      code: "memoram-bad-response",
      hasGoodHead: true,
    },
    "HTML with 200": {
      does: answer(200, html, { "content-type": "text/html" }),
      code: "memoram-bad-response",
      hasGoodHead: true,
    },
    "wrong shape": { does: answer(200, error), code: "memoram-bad-response", hasGoodHead: true },
    "empty body": { does: answer(200, ""), code: "memoram-bad-response", hasGoodHead: true },
    "401": { does: answer(401, error), code: "memoram-credentials" },
    "429 in seconds": { does: busy("42"), code: "memoram-rate-limited", retryAfter: [42, 42] },
    "429 as a date": {
      does: (socket) => busy(new Date(Date.now() + 60_000).toUTCString())(socket),
      code: "memoram-rate-limited",
      retryAfter: [50, 61],
    },
    "503": {
      does: answer(503, html, { "content-type": "text/html" }),
      code: "memoram-unavailable",
    },
    "redirect elsewhere": {
      does: (socket) => answer(307, error, { location: `${elsewhere}/stolen` })(socket),
      code: "memoram-bad-response",
    },
    "50 MB": { does: flood, code: "memoram-bad-response", hasGoodHead: true, atOnce: 4 },
  };
}
