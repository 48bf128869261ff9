import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type ApiOperation, apiRoutes, operationsOf } from "@/scripts/test/api-routes";
import { connectionApi } from "@/scripts/test/connection-api";
import {
  call,
  connectedPerson,
  emptyDatabase,
  newPerson,
  startHarness,
} from "@/scripts/test/harness";
import { memoriesOf, memoryIn } from "@/scripts/test/memories";
import { trashIn, versionsIn, workspaceOf } from "@/scripts/test/workspace";

/** In every text of the first person's: nobody else may ever be told it. */
const theirWords = "their-own-words";

const operations = operationsOf(apiRoutes()).filter(({ route }) => route.caller === "person");
const named = operations.filter(({ route }) => route.params.length > 0);
/** Whoever erases their account does nothing more: that comes last. */
const unnamed = operations
  .filter(({ route }) => route.params.length === 0)
  .sort(
    (a, b) => Number(a.name === "DELETE /api/account") - Number(b.name === "DELETE /api/account"),
  );
/** Sessions are one's own whether one is connected or not. */
const isOfAccount = ({ route }: ApiOperation) => route.address.startsWith("/api/account");

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let first: Awaited<ReturnType<typeof connectedPerson>>;
let theirs: Record<"memory" | "version" | "trashed" | "operation" | "session", string>;
beforeAll(async () => {
  sandbox = await startHarness();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
  first = await connectedPerson(sandbox, "wanjiru");
  theirs = await fillFor(first);
});

/** Something of every kind that a person can have here. */
async function fillFor(person: typeof first) {
  const memories = memoriesOf(person);
  const workspace = workspaceOf(person);
  const content = { content: theirWords, title: theirWords, tags: [theirWords] };
  const memory = memoryIn(await memories.create(content), 201).id;
  await memories.patch(memory, { title: `${theirWords} again` });
  const trashed = memoryIn(await memories.create(content), 201).id;
  await memories.remove(trashed);
  const operation = await workspace.begin({ from: [theirWords], to: `${theirWords}-new` });
  await workspace.prefer({ trash: true });
  const [version] = versionsIn(await workspace.versions(memory));
  if (!version) throw new Error("No version was kept.");
  const session = await db().session.findFirstOrThrow({ where: { userId: person.userId } });
  return {
    ...{ memory, trashed, version: version.id },
    ...{ operation: String(operation.json.id), session: session.id },
  };
}

/** The first person's own value for each parameter of an address. */
function theirParams({ route }: ApiOperation): Record<string, string> {
  const kinds: Record<string, string> = {
    memories: theirs.memory,
    versions: theirs.version,
    trash: theirs.trashed,
    "tag-operations": theirs.operation,
    sessions: theirs.session,
  };
  return Object.fromEntries(
    route.params.map((name) => {
      const [, kind = ""] = new RegExp(`/([^/]+)/\\{${name}\\}`).exec(route.address) ?? [];
      const value = kinds[kind];
      if (!value) {
        throw new Error(
          `Say in theirParams of app/api/two-people.integration.test.ts what {${name}} of ${route.address} is of the first person's.`,
        );
      }
      return [name, value];
    }),
  );
}

async function ask(operation: ApiOperation, cookie: string, params: Record<string, string> = {}) {
  const { method, route, body } = operation;
  const handler = (await route.load())[method];
  if (!handler) throw new Error(`${operation.name} has no handler.`);
  return call(handler, route.path(params), { method, cookie, params, body });
}
type Answer = Awaited<ReturnType<typeof ask>>;

/** An answer without what is different every time. */
function comparable({ status, headers, json }: Answer) {
  const { requestId: _, ...problem } = json ?? {};
  const { "x-request-id": __, ...rest } = Object.fromEntries(headers);
  return { status, headers: rest, problem };
}

const secretsOfFirst = () => [
  theirWords,
  ...Object.values(theirs),
  ...[first.userId, first.token, first.requestId],
  ...[first.memoram.id, first.memoram.memoryKey, first.memoram.encryptionKey],
];

function expectTellsNothing(operation: ApiOperation, { headers, text }: Answer): void {
  const told = JSON.stringify([...headers]) + text;
  for (const secret of secretsOfFirst()) {
    expect([operation.name, told.includes(secret)]).toEqual([operation.name, false]);
  }
}

/** All that the first person has, here and at Memoram, as they see it and as it is stored. */
async function allOfFirst() {
  const workspace = workspaceOf(first);
  const seen = {
    connection: (await connectionApi(first).look()).json,
    memories: (await memoriesOf(first).list()).json,
    versions: versionsIn(await workspace.versions(theirs.memory)),
    trash: trashIn(await workspace.trash()),
    operations: (await workspace.operations()).json,
    preferences: (await workspace.preferences()).json,
  };
  const where = { where: { userId: first.userId } };
  const stored = {
    versions: await db().memoryVersion.findMany(where),
    trash: await db().trashedMemory.findMany(where),
    operations: await db().tagOperation.findMany(where),
    sessions: await db().session.findMany(where),
    activity: await db().activity.findMany(where),
    known: await db().knownAccessRequest.findMany(where),
    blobs: await sandbox.control.blobs(first.memoram.id),
  };
  return { seen, stored };
}

/** Somebody connected as another person of Memoram, and somebody who is not connected. */
const others = [
  ["connected", async () => (await connectedPerson(sandbox, "noor")).cookie, "not-found"],
  ["not connected", async () => (await newPerson()).cookie, "not-connected"],
] as const;

describe.each(others)("a second person who is %s", (_, cookieOf, code) => {
  it("finds what is somebody else's as if it were not there, and changes none of it", async () => {
    const cookie = await cookieOf();
    const before = await allOfFirst();
    for (const operation of named) {
      const missing = Object.fromEntries(
        operation.route.params.map((name) => [name, "nobody-has-this"]),
      );
      const params = theirParams(operation);
      const [real, none] = [
        await ask(operation, cookie, params),
        await ask(operation, cookie, missing),
      ];
      expect([operation.name, comparable(real)]).toEqual([operation.name, comparable(none)]);
      const expected = isOfAccount(operation) ? "not-found" : code;
      expect([operation.name, real.json?.code]).toEqual([operation.name, expected]);
      expectTellsNothing(operation, real);
      // One of their own, where an address names two things.
      const own = { ...params, id: "nobody-has-this" };
      expect([operation.name, (await ask(operation, cookie, own)).json?.code]).toEqual([
        operation.name,
        expected,
      ]);
    }
    expect(await allOfFirst()).toEqual(before);
  });

  it("does everything of their own without a trace of anybody else, on either side", async () => {
    const cookie = await cookieOf();
    const before = await allOfFirst();
    const reads = unnamed.filter(({ method }) => method === "GET");
    const writes = unnamed.filter(({ method }) => method !== "GET");
    for (const operation of [...reads, ...writes, ...reads]) {
      expectTellsNothing(operation, await ask(operation, cookie));
      expect([operation.name, await allOfFirst()]).toEqual([operation.name, before]);
    }
  });
});

it("a pasted key of somebody else's opens nothing", async () => {
  const second = await newPerson();
  const api = connectionApi(second);
  const before = await allOfFirst();
  const pasted = await api.paste(first.memoram.memoryKey);
  expect([pasted.status, pasted.json.status]).toEqual([200, "pending"]);
  expect(pasted.json.requestId).not.toBe(first.requestId);
  for (const operation of [...named, ...unnamed.filter(({ method }) => method === "GET")]) {
    expectTellsNothing(
      { ...operation },
      await ask(operation, second.cookie, theirParams(operation)),
    );
  }
  expect((await api.memories()).json.code).toBe("access-pending");
  expect(await allOfFirst()).toEqual(before);
});

it("has tried every operation that is somebody's own", () => {
  expect(named.length + unnamed.length).toBe(operations.length);
  console.log(
    `${operations.length} operations, ${named.length} of them about something that has a name.`,
  );
});
