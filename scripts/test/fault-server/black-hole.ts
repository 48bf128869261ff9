import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { allowPort } from "../network";

/**
 * Listens, says so, and then blocks its thread: nobody ever accepts. The system completes as many
 * handshakes as the shortest queue holds and from then on drops what asks for a connection.
 */
const program = `
const { createServer } = require("node:net");
const { parentPort, workerData } = require("node:worker_threads");
const server = createServer();
server.listen({ port: workerData.port, host: "127.0.0.1", backlog: 1 }, () => {
  parentPort.postMessage("listening");
  Atomics.wait(new Int32Array(workerData.flag), 0, 0);
  server.close();
});
`;

const MOST_WAITING = 64;
const NOT_TAKEN_MS = 400;

/** True once connected; false when nothing has come of it for a while. */
const isTaken = (socket: Socket) =>
  new Promise<boolean>((resolve, reject) => {
    const timer = setTimeout(() => resolve(false), NOT_TAKEN_MS);
    socket.once("connect", () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.once("error", reject);
  });

/**
 * Makes connecting to `port` of this machine hang: its queue of connections is full and nobody
 * takes one out, so that a handshake is never answered.
 * @returns what ends it, and frees the port.
 * @throws when the queue cannot be filled.
 */
export async function openBlackHole(port: number): Promise<() => Promise<void>> {
  const flag = new SharedArrayBuffer(4);
  const worker = new Worker(program, { eval: true, workerData: { port, flag } });
  await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  allowPort(port);
  const waiting: Socket[] = [];
  const close = async () => {
    for (const socket of waiting) socket.destroy();
    Atomics.store(new Int32Array(flag), 0, 1);
    Atomics.notify(new Int32Array(flag), 0);
    await new Promise<void>((resolve) => {
      worker.once("exit", () => resolve());
      void worker.terminate();
    });
  };
  while (waiting.length < MOST_WAITING) {
    const socket = connect({ port, host: "127.0.0.1" });
    waiting.push(socket);
    if (!(await isTaken(socket))) {
      socket.on("error", () => {});
      return close;
    }
    socket.on("error", () => {});
  }
  await close();
  throw new Error(`The queue of port ${port} takes more than ${MOST_WAITING} connections.`);
}
