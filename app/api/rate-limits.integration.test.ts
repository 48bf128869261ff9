import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { authRoute } from "@/lib/http/auth-route";
import type { RouteHandler } from "@/lib/http/with-route";
import type { limits as real } from "@/lib/services/rate-limits/limits";
import { dumpDatabase } from "@/scripts/test/dump";
import {
  type CallOptions,
  call,
  connectedPerson,
  emptyDatabase,
  newPerson,
  startHarness,
} from "@/scripts/test/harness";
import { codeOf } from "@/scripts/test/memories";
import { answering } from "@/scripts/test/next-headers";
import type { RunningSandbox } from "../../sandbox/start";
import * as exportRoute from "./account/export/route";
import * as memoryKey from "./connection/memory-key/route";
import * as connection from "./connection/route";
import * as ready from "./health/ready/route";
import * as health from "./health/route";
import * as stream from "./memories/stream/route";
import * as preferences from "./preferences/route";

vi.mock("@/lib/services/rate-limits/limits", async (original) => {
  const { limits } = await original<{ limits: typeof real }>();
  const few: Record<string, unknown> = {};
  const calls: Record<string, number> = { person: 12, personWrites: 4, signIn: 6, unknown: 5 };
  for (const [name, limit] of Object.entries(limits)) {
    few[name] = { ...limit, calls: calls[name] ?? 2 };
  }
  return { limits: few };
});

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startHarness();
});
beforeEach(emptyDatabase);
afterAll(() => sandbox.close());

let count = 0;
/** An address that nobody has called from yet. */
const newAddress = () => `10.0.0.${++count}`;
const from = (address: string) => ({ "x-keepsake-peer": address });

type Person = { cookie: string };
const look = ({ cookie }: Person) => call(connection.GET, "/api/connection", { cookie });
const prefer = ({ cookie }: Person, more: CallOptions = {}) =>
  call(preferences.PATCH, "/api/preferences", {
    ...{ cookie, method: "PATCH", body: { trash: true } },
    ...more,
  });

async function times<T>(many: number, work: () => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let at = 0; at < many; at += 1) answers.push(await work());
  return answers;
}
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);
const good = (many: number, status = 200) => Array.from({ length: many }, () => status);

function expectPause(answer: Awaited<ReturnType<typeof call>>) {
  expect(codeOf(answer)).toEqual([429, "rate-limited"]);
  const seconds = answer.headers.get("retry-after") ?? "";
  expect(seconds).toMatch(/^[1-9]\d*$/);
  expect(Number(seconds)).toBeLessThanOrEqual(600);
}

describe("a person", () => {
  it("is asked to pause after so many calls, whatever the browser; another is not", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    expect(statuses(await times(12, () => look(person)))).toEqual(good(12));
    expectPause(await look(person));
    expect((await look(other)).status).toBe(200);
    const {
      sessionToken: _,
      id: __,
      ...session
    } = await db().session.findFirstOrThrow({
      where: { userId: person.userId },
    });
    const { hashSessionToken } = await import("@/lib/auth/session-token");
    await db().session.create({ data: { ...session, sessionToken: hashSessionToken("second") } });
    expectPause(await look({ cookie: "next-auth.session-token=second" }));
  });

  it("may look when they may not write any more", async () => {
    const person = await newPerson();
    expect(statuses(await times(4, () => prefer(person)))).toEqual(good(4));
    expectPause(await prefer(person));
    expect((await look(person)).status).toBe(200);
  });

  it("is counted after the session and before everything else", async () => {
    const person = await newPerson();
    const refusals = [{ sameSite: false }, { body: "{" }, { body: {} }];
    for (let at = 0; at < 12; at += 1) {
      expect((await prefer(person, refusals[at % 3])).status).not.toBe(429);
    }
    for (const refusal of refusals) expectPause(await prefer(person, refusal));
    expect(codeOf(await prefer({ cookie: "x=y" }))).toEqual([401, "unauthenticated"]);
  });

  it.each([
    ["stream", () => stream.GET, "/api/memories/stream", "GET", undefined],
    ["export", () => exportRoute.GET, "/api/account/export", "GET", undefined],
    ["key", () => memoryKey.PUT, "/api/connection/memory-key", "PUT", { memoryKey: "unknown" }],
  ] as const)("has fewer of what costs much: %s", async (_, handler, path, method, body) => {
    const person = await connectedPerson(sandbox, "tomas");
    const ask = (search = "") =>
      call(handler(), path + search, { cookie: person.cookie, method, body });
    // What is not well-formed costs nothing and does not count.
    expect((await ask("?x=1")).status).toBe(422);
    for (const answer of await times(2, ask)) expect(answer.status).not.toBe(429);
    expectPause(await ask());
    expect((await look(person)).status).toBe(200);
  });

  it("is served while the counts cannot be had, and then counted in memory", async () => {
    const person = await newPerson();
    await db().$executeRaw`ALTER TABLE "RateLimit" RENAME TO "Hidden"`;
    try {
      expect(statuses(await times(12, () => look(person)))).toEqual(good(12));
      expectPause(await look(person));
    } finally {
      await db().$executeRaw`ALTER TABLE "Hidden" RENAME TO "RateLimit"`;
    }
  });
});

describe("an address", () => {
  const stranger = (headers: Record<string, string>) =>
    call(connection.GET, "/api/connection", { headers, cookie: "next-auth.session-token=none" });

  it("is asked to pause when nobody is behind its calls, whatever else they claim", async () => {
    const address = newAddress();
    expect(statuses(await times(5, () => stranger(from(address))))).toEqual(good(5, 401));
    expectPause(await stranger(from(address)));
    expectPause(
      await stranger({
        ...from(address),
        ...{ "x-forwarded-for": newAddress(), "x-real-ip": newAddress(), forwarded: "for=1.1.1.1" },
      }),
    );
    expect((await stranger(from(newAddress()))).status).toBe(401);
  });

  it("does not stop people who are signed in there", async () => {
    const address = newAddress();
    await times(7, () => stranger(from(address)));
    const { cookie } = await newPerson();
    const answer = await call(connection.GET, "/api/connection", {
      cookie,
      headers: from(address),
    });
    expect(answer.status).toBe(200);
  });

  it("may ask for readiness so often, and for life always", async () => {
    const headers = from(newAddress());
    await times(5, () => call(ready.GET, "/api/health/ready", { headers }));
    expectPause(await call(ready.GET, "/api/health/ready", { headers }));
    const alive = await times(9, () => call(health.GET, "/api/health", { headers }));
    expect(statuses(alive)).toEqual(good(9));
  });

  it("begins so many sign-ins", async () => {
    const headers = from(newAddress());
    const send = (nextauth: string[], method: string) => {
      const handler: RouteHandler = (request) =>
        answering(request, () => authRoute(request, { params: Promise.resolve({ nextauth }) }));
      return call(handler, `/api/auth/${nextauth.join("/")}`, { method, headers });
    };
    for (let at = 0; at < 6; at += 1) {
      expect((await send(["signin", "memoram"], "POST")).status).not.toBe(429);
    }
    expectPause(await send(["signin", "memoram"], "POST"));
    expectPause(await send(["providers"], "GET"));
    const back = await send(["callback", "memoram"], "GET");
    expect([back.status, back.headers.get("location")]).toEqual([
      302,
      "http://localhost:3000/signin?error=rate-limited",
    ]);
    expect((await send(["csrf"], "GET")).status).toBe(200);
  });

  it("and a person lie in the counts as keyed hashes only", async () => {
    const address = newAddress();
    const person = await newPerson();
    await stranger(from(address));
    await prefer(person);
    const counts = (await dumpDatabase())
      .split("\n")
      .filter((line) => line.startsWith("RateLimit"));
    expect(counts.length).toBeGreaterThanOrEqual(3);
    for (const line of counts) {
      expect(line).not.toContain(address);
      expect(line).not.toContain(person.userId);
    }
  });
});
