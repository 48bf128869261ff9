import { connect, createServer, type Server, type Socket } from "node:net";
import { openBlackHole } from "./black-hole";
import type { Fault } from "./faults";

export type ReceivedRequest = {
  method: string;
  /** Path and query. */
  path: string;
  /** Whether a fault was played; otherwise it was passed on. */
  spoiled: boolean;
};

type Fits = (request: Pick<ReceivedRequest, "method" | "path">) => boolean;

/** A raw TCP server before another one: passes bytes through, or plays a fault. */
export type FaultServer = {
  origin: string;
  /** Every request that came whole, since the last `clear`. */
  received: ReceivedRequest[];
  clear(): void;
  /**
   * From here on plays `fault`: to every request, or to those that fit. A fault of the connection
   * (refused, hanging) knows no requests yet: it is for all of them.
   */
  play(fault: Fault, fits?: Fits): Promise<void>;
  /** From here on passes everything through. */
  pass(): Promise<void>;
  close(): Promise<void>;
};

/** One whole request at the beginning of `bytes`, if there is one. Our client states lengths. */
function wholeRequest(bytes: Buffer): { method: string; path: string; bytes: Buffer } | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString("latin1");
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return null;
  const [method = "", path = ""] = head.split(" ");
  return { method, path, bytes: bytes.subarray(0, end + 4 + length) };
}

/** One answer for each connection, so that where it ends needs no understanding of it. */
function passOn(socket: Socket, request: Buffer, target: URL): void {
  const end = request.indexOf("\r\n\r\n");
  const head = request
    .subarray(0, end)
    .toString("latin1")
    .replace(/\r\nconnection:[^\r]*/i, "");
  const upstream = connect({ host: target.hostname, port: Number(target.port) });
  upstream.on("error", () => socket.resetAndDestroy());
  socket.once("close", () => upstream.destroy());
  upstream.write(
    Buffer.concat([Buffer.from(`${head}\r\nconnection: close`, "latin1"), request.subarray(end)]),
  );
  upstream.pipe(socket);
}

/**
 * Starts one on a free port of this machine.
 * @param target the origin that is passed through to
 */
export async function startFaultServer(target: string): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const received: ReceivedRequest[] = [];
  let playing: { fault: Fault; fits: Fits } | null = null;
  let closeHole: (() => Promise<void>) | null = null;
  let spoiledCount = 0;

  function take(socket: Socket, request: { method: string; path: string; bytes: Buffer }): void {
    const { method, path, bytes } = request;
    const fault = playing?.fits({ method, path }) ? playing.fault.does : undefined;
    const spoiled = typeof fault === "function";
    received.push({ method, path, spoiled });
    if (!spoiled) {
      passOn(socket, bytes, new URL(target));
      return;
    }
    spoiledCount += 1;
    fault(socket, spoiledCount);
  }

  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    let bytes = Buffer.alloc(0);
    let isTaken = false;
    socket.on("data", (chunk) => {
      if (isTaken) return;
      bytes = Buffer.concat([bytes, chunk]);
      const request = wholeRequest(bytes);
      if (request === null) return;
      isTaken = true;
      take(socket, request);
    });
  });

  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : port);
      });
    });
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => {
      if (server.listening) server.close(() => resolve());
      else resolve();
    });
  };

  const port = await listen(0);
  const pass = async () => {
    playing = null;
    await closeHole?.();
    closeHole = null;
    if (!server.listening) await listen(port);
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    clear: () => {
      received.length = 0;
      spoiledCount = 0;
    },
    async play(fault, fits = () => true) {
      await pass();
      if (typeof fault.does === "function") {
        playing = { fault, fits };
        return;
      }
      await stop();
      if (fault.does === "hang") closeHole = await openBlackHole(port);
    },
    pass,
    async close() {
      await closeHole?.();
      await stop();
    },
  };
}
