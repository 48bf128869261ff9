import { createServer, type Server, type Socket } from "node:net";

/** A server that speaks raw bytes: what HTTP libraries would not let a test send. */
export type RawServer = {
  url: string;
  /** What was received, one text per connection. */
  received: string[];
  close(): Promise<void>;
};

/**
 * Listens on a free port of this machine; `answer` gets each socket once a whole request head has
 * arrived on it.
 */
export async function startRawServer(
  answer: (socket: Socket, connection: number) => void,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const received: string[] = [];
  const server: Server = createServer((socket) => {
    const at = received.push("") - 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk) => {
      const before = received[at] ?? "";
      received[at] = before + chunk.toString("latin1");
      if (!before.includes("\r\n\r\n") && received[at].includes("\r\n\r\n")) answer(socket, at);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A whole HTTP/1.1 answer with the right length. */
export function httpAnswer(
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({
    "content-type": "application/json",
    "content-length": String(bytes.length),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join("")}\r\n`), bytes]);
}
