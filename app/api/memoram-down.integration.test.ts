import { createConnection, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { db } from "@/lib/db/client";
import { breakerLimits } from "@/lib/memoram/breaker";
import { trialLimits } from "@/lib/memoram/trials";
import { call, connectedPerson, startHarness } from "@/scripts/test/harness";
import { memoriesOf } from "@/scripts/test/memories";
import * as connectionRoute from "./connection/route";
import * as readyRoute from "./health/ready/route";
import * as preferencesRoute from "./preferences/route";
import * as trashRoute from "./trash/route";

/** Stands before the sandbox and can keep silent: it takes connections and answers nothing. */
function startDoor(port: number) {
  let isSilent = false;
  let requests = 0;
  let ended = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // Closed connections are replaced by idle ones, which end when they like.
    const isUnanswered = isSilent;
    let asked = false;
    socket.on("close", () => {
      if (asked && isUnanswered) ended += 1;
    });
    // A request's head comes in one piece here; a connection without one asks for nothing.
    socket.on("data", () => {
      requests += 1;
      asked = true;
    });
    socket.on("error", () => socket.destroy());
    if (isSilent) return;
    const onward = createConnection({ host: "127.0.0.1", port });
    sockets.add(onward);
    onward.on("error", () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  return new Promise<{
    url: string;
    /** What was sent since it last began or ceased to keep silent. */
    requests(): number;
    /** How many connections that something was asked on ended since then. */
    ended(): number;
    keepSilent(silent: boolean): void;
    close(): void;
  }>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address !== "object" || address === null) throw new Error("No port.");
      const drop = () => {
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      };
      resolve({
        url: `http://127.0.0.1:${address.port}`,
        requests: () => requests,
        ended: () => ended,
        keepSilent(silent) {
          isSilent = silent;
          drop();
          requests = 0;
          ended = 0;
        },
        close() {
          drop();
          server.close();
        },
      });
    });
  });
}

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let door: Awaited<ReturnType<typeof startDoor>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let mine: ReturnType<typeof memoriesOf>;
beforeAll(async () => {
  sandbox = await startHarness();
  const { port, pathname } = new URL(sandbox.apiUrl);
  door = await startDoor(Number(port));
  process.env.MEMORAM_API_URL = door.url + pathname;
  person = await connectedPerson(sandbox, "wanjiru");
  mine = memoriesOf(person);
});
afterAll(async () => {
  door.close();
  await sandbox.close();
});
beforeEach(() => sandbox.control.clearCalls());

const ask = (route: Parameters<typeof call>[0], path: string) => call(route, path, person);

it("fails at once while Memoram is down, serves the rest, and goes on by itself", async () => {
  expect((await mine.list()).status).toBe(200);
  sandbox.control.clearCalls();
  door.keepSilent(true);
  const first = await Promise.all(
    Array.from({ length: breakerLimits.opensAfter }, () => mine.list()),
  );
  for (const answer of first) expect(answer.json.code).toBe("memoram-timeout");

  // As many answers as there may be trials come before the first trial gives up waiting.
  await vi.waitFor(() => expect(door.ended()).toBeGreaterThanOrEqual(breakerLimits.opensAfter));
  const endedBefore = door.ended();
  for (let count = 0; count < trialLimits.trials; count += 1) {
    expect((await mine.list()).json.code).toBe("memoram-timeout");
  }
  expect(door.ended()).toBe(endedBefore);

  const before = door.requests();
  const answers = [
    await mine.list(),
    await mine.read("abc"),
    await mine.create({ content: "x" }),
    await mine.patch("abc", { title: "x" }),
    await mine.remove("abc"),
  ];
  for (const answer of answers) {
    const problem = problemSchema.parse(answer.json);
    expect([problem.code, answer.status]).toEqual(["memoram-timeout", 504]);
  }
  // Each was preceded by a trial, or shared one; none was sent itself.
  expect(door.requests() - before).toBeLessThanOrEqual(answers.length);
  expect(sandbox.control.calls()).toEqual([]);

  await db().connection.update({ where: { userId: person.userId }, data: { checkedAt: null } });
  const { status, json } = await ask(connectionRoute.GET, "/api/connection");
  expect([status, json.status]).toEqual([200, "approved"]);
  expect((await ask(preferencesRoute.GET, "/api/preferences")).status).toBe(200);
  expect((await ask(trashRoute.GET, "/api/trash")).status).toBe(200);
  const ready = await ask(readyRoute.GET, "/api/health/ready");
  expect([ready.status, ready.json]).toEqual([
    200,
    { status: "degraded", checks: { database: "up", memoram: "down" } },
  ]);

  door.keepSilent(false);
  const created = await mine.create({ content: "back again" });
  expect(created.status).toBe(201);
  expect((await mine.list()).status).toBe(200);
  const writes = sandbox.control.calls().filter(({ method }) => method === "POST");
  expect(writes.map(({ path }) => path.replace(/^.*\/api\/v1/, ""))).toEqual(["/memory-blobs"]);
});
