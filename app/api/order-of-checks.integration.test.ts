import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ProblemCode, problemSchema } from "@/lib/contract/problem";
import type { RouteHandler } from "@/lib/http/with-route";
import {
  type CallOptions,
  call,
  connectedPerson,
  newPerson,
  startHarness,
} from "@/scripts/test/harness";
import * as accessRequest from "./connection/access-request/route";
import * as memoryKey from "./connection/memory-key/route";
import * as connection from "./connection/route";
import * as memory from "./memories/[id]/route";
import * as versionRestore from "./memories/[id]/versions/[versionId]/restore/route";
import * as versions from "./memories/[id]/versions/route";
import * as memories from "./memories/route";
import * as stream from "./memories/stream/route";
import * as preferences from "./preferences/route";
import * as tagOperation from "./tag-operations/[id]/route";
import * as tagOperations from "./tag-operations/route";
import * as tags from "./tags/route";
import * as trashRestore from "./trash/[id]/restore/route";
import * as trashed from "./trash/[id]/route";
import * as trash from "./trash/route";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let unconnected: Awaited<ReturnType<typeof newPerson>>;
let connected: Awaited<ReturnType<typeof connectedPerson>>;
beforeAll(async () => {
  sandbox = await startHarness();
  unconnected = await newPerson();
  connected = await connectedPerson(sandbox, "wanjiru");
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.clearFaults());

type Mutation = {
  handler: RouteHandler;
  method: string;
  path: string;
  params: Record<string, string>;
  /** null: the route has no body. */
  goodBody: object | null;
  needsConnection: boolean;
};
const id = "nobody-has-this";
const mutations: Record<string, Mutation> = {
  "POST /api/memories": {
    handler: memories.POST,
    method: "POST",
    path: "/api/memories",
    params: {},
    goodBody: { content: "x" },
    needsConnection: true,
  },
  "PATCH /api/memories/{id}": {
    handler: memory.PATCH,
    method: "PATCH",
    path: `/api/memories/${id}`,
    params: { id },
    goodBody: { title: "x" },
    needsConnection: true,
  },
  "DELETE /api/memories/{id}": {
    handler: memory.DELETE,
    method: "DELETE",
    path: `/api/memories/${id}`,
    params: { id },
    goodBody: null,
    needsConnection: true,
  },
  "POST /api/memories/{id}/versions/{versionId}/restore": {
    handler: versionRestore.POST,
    method: "POST",
    path: `/api/memories/${id}/versions/v/restore`,
    params: { id, versionId: "v" },
    goodBody: null,
    needsConnection: true,
  },
  "DELETE /api/trash": {
    handler: trash.DELETE,
    method: "DELETE",
    path: "/api/trash",
    params: {},
    goodBody: null,
    needsConnection: true,
  },
  "DELETE /api/trash/{id}": {
    handler: trashed.DELETE,
    method: "DELETE",
    path: `/api/trash/${id}`,
    params: { id },
    goodBody: null,
    needsConnection: true,
  },
  "POST /api/trash/{id}/restore": {
    handler: trashRestore.POST,
    method: "POST",
    path: `/api/trash/${id}/restore`,
    params: { id },
    goodBody: null,
    needsConnection: true,
  },
  "PATCH /api/preferences": {
    handler: preferences.PATCH,
    method: "PATCH",
    path: "/api/preferences",
    params: {},
    goodBody: { trash: true },
    needsConnection: false,
  },
  "POST /api/tag-operations": {
    handler: tagOperations.POST,
    method: "POST",
    path: "/api/tag-operations",
    params: {},
    goodBody: { from: ["a"], to: "b" },
    needsConnection: true,
  },
  "DELETE /api/tag-operations/{id}": {
    handler: tagOperation.DELETE,
    method: "DELETE",
    path: `/api/tag-operations/${id}`,
    params: { id },
    goodBody: null,
    needsConnection: true,
  },
  "POST /api/connection/access-request": {
    handler: accessRequest.POST,
    method: "POST",
    path: "/api/connection/access-request",
    params: {},
    goodBody: { reason: "because" },
    needsConnection: true,
  },
  "PUT /api/connection/memory-key": {
    handler: memoryKey.PUT,
    method: "PUT",
    path: "/api/connection/memory-key",
    params: {},
    goodBody: { memoryKey: "mk_unknown" },
    needsConnection: false,
  },
  "DELETE /api/connection": {
    handler: connection.DELETE,
    method: "DELETE",
    path: "/api/connection",
    params: {},
    goodBody: null,
    needsConnection: false,
  },
};

const ask = ({ handler, method, path, params }: Mutation, options: CallOptions, search = "") =>
  call(handler, path + search, { method, params, ...options });

type Answer = Awaited<ReturnType<typeof call>>;
function expectProblem(answer: Answer, code: ProblemCode) {
  const problem = problemSchema.strict().parse(answer.json);
  expect(problem.code).toBe(code);
  expect(answer.status).toBe(problem.status);
  expect(answer.headers.get("x-request-id")).toBe(problem.requestId);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  return problem;
}

const tooLarge = "x".repeat(1024 * 1024 + 1);
const crossSite = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
const json = { "content-type": "application/json" };
const text = { "content-type": "text/plain" };

const badParams = ({ params }: Mutation): Record<string, string> =>
  params.id ? { id: "../x" } : {};

describe.each(Object.entries(mutations))("%s", (_, mutation) => {
  const hasBody = mutation.goodBody !== null;
  const bad: CallOptions = { params: badParams(mutation) };

  it("asks for the session first, whatever else is wrong", async () => {
    const rest = {
      ...bad,
      body: hasBody ? tooLarge : undefined,
      headers: { ...crossSite, ...text },
    };
    for (const cookie of [
      undefined,
      "next-auth.session-token=",
      "next-auth.session-token=unknown",
      `next-auth.session-token=${"x".repeat(5_000)}`,
      `__Secure-next-auth.session-token=${connected.token}`,
      `next-auth.session-token=${connected.token}x`,
      `next-auth.session-token=${connected.token.toUpperCase()}`,
    ]) {
      expectProblem(await ask(mutation, { ...rest, cookie }, "?unknown=1"), "unauthenticated");
    }
  });

  it("then for the same site", async () => {
    const { cookie } = connected;
    const rest = { ...bad, cookie, body: hasBody ? tooLarge : undefined };
    const elsewhere: Record<string, string>[] = [
      crossSite,
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { "sec-fetch-site": "", origin: "http://localhost:3000" },
      { origin: "null" },
      { origin: "http://localhost:3001" },
      { referer: "http://localhost:3000/memories" },
    ];
    for (const headers of elsewhere) {
      const answer = await ask(mutation, {
        ...rest,
        sameSite: false,
        headers: { ...headers, ...text },
      });
      expectProblem(answer, "cross-site");
    }
  });

  it("then for the connection, and only then asks Memoram", async () => {
    sandbox.control.clearCalls();
    const options = { body: mutation.goodBody ?? undefined };
    if (mutation.needsConnection) {
      const { cookie } = unconnected;
      expectProblem(await ask(mutation, { ...options, cookie }), "not-connected");
      expect(sandbox.control.calls()).toEqual([]);
    }
  });
});

const withBody = Object.entries(mutations).filter(([, { goodBody }]) => goodBody !== null);

describe.each(withBody)("the body of %s", (_, mutation) => {
  const bad: CallOptions = { params: badParams(mutation) };

  it("looks at the content type, then the size, the JSON and the schema", async () => {
    const { cookie } = unconnected;
    const refused = async (options: CallOptions, code: ProblemCode) =>
      expectProblem(await ask(mutation, { ...bad, cookie, ...options }, "?unknown=1"), code);
    await refused({ body: tooLarge, headers: text }, "unsupported-media-type");
    await refused(
      { body: tooLarge, headers: { "content-type": "multipart/form-data" } },
      "unsupported-media-type",
    );
    await refused({ raw: new Uint8Array([0xff]) }, "unsupported-media-type");
    await refused({ body: tooLarge, headers: json }, "payload-too-large");
    await refused({ body: "{", headers: json }, "malformed-json");
    await refused({ raw: new Uint8Array([0x22, 0xff, 0x22]), headers: json }, "malformed-json");
    for (const body of [
      [],
      5,
      "text",
      null,
      { unknown: 1 },
      { ...mutation.goodBody, constructor: 1 },
    ]) {
      await refused({ body: JSON.stringify(body), headers: json }, "validation-failed");
    }
    await refused({ body: '{"__proto__":{}}', headers: json }, "validation-failed");
    await refused({ body: mutation.goodBody }, "validation-failed");
  });
});

it("reaches Memoram last: the unconnected get validation errors, the connected its state", async () => {
  sandbox.control.fail({ path: /memory-blobs|tags/, fault: { status: 500 } });
  const ok = { cookie: connected.cookie };
  expectProblem(await call(memories.GET, "/api/memories?limit=0", ok), "validation-failed");
  expectProblem(await call(memories.GET, "/api/memories", ok), "memoram-unavailable");
  const create = { ...ok, method: "POST" };
  const key = { headers: { "idempotency-key": "not ascii\t" } };
  expectProblem(
    await call(memories.POST, "/api/memories", { ...create, body: { content: "x" }, ...key }),
    "validation-failed",
  );
  expectProblem(
    await call(memories.POST, "/api/memories", { ...create, body: { content: "x" } }),
    "memoram-unavailable",
  );
  const nobody = { cookie: unconnected.cookie };
  expectProblem(await call(memories.GET, "/api/memories?limit=0", nobody), "validation-failed");
  expectProblem(await call(memories.GET, "/api/memories", nobody), "not-connected");
  expectProblem(await call(tags.GET, "/api/tags", nobody), "not-connected");
  expectProblem(await call(stream.GET, "/api/memories/stream", nobody), "not-connected");
  expectProblem(await call(trash.GET, "/api/trash?limit=0", nobody), "validation-failed");
  expectProblem(await call(trash.GET, "/api/trash", nobody), "not-connected");
  expectProblem(await call(tagOperations.GET, "/api/tag-operations", nobody), "not-connected");
  const read = { ...nobody, params: { id: "a.b" } };
  expectProblem(await call(memory.GET, "/api/memories/a.b", read), "validation-failed");
  const missing = { ...nobody, params: { id: "ab" } };
  expectProblem(await call(memory.GET, "/api/memories/ab", missing), "not-connected");
});

describe("a query", () => {
  const refused = async (handler: RouteHandler, path: string, expected: string, params = {}) => {
    const { cookie } = connected;
    const problem = expectProblem(
      await call(handler, path, { cookie, params }),
      "validation-failed",
    );
    expect(problem.errors?.map((error) => error.path)).toContain(expected);
    for (const { message } of problem.errors ?? []) expect(message).toMatch(/^[a-zA-Z].*\.$/);
  };

  it.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=1e3", "limit"],
    ["limit=abc", "limit"],
    ["limit=", "limit"],
    ["limit=-1", "limit"],
    ["limit=10&limit=10", "limit"],
    ["cursor=", "cursor"],
    ["tags=a&tags=b", "tags"],
    [`tags=${"t".repeat(65)}`, "tags.0"],
    [`tags=${Array.from({ length: 51 }, (_, at) => at).join()}`, "tags"],
    [`q=${"q".repeat(501)}`, "q"],
    ["importance=-0.1", "importance"],
    ["importance=1.1", "importance"],
    ["importance=NaN", "importance"],
    ["importance=1e-1", "importance"],
    ["importance=", "importance"],
    ["Limit=5", "Limit"],
    ["page=2", "page"],
    ["user_id=someone", "user_id"],
    ["__proto__=1", "__proto__"],
    ["constructor=1", "constructor"],
  ])("%s is refused by its name", (search, name) =>
    refused(memories.GET, `/api/memories?${search}`, name),
  );

  it("is refused where there is none", async () => {
    await refused(tags.GET, "/api/tags?limit=5", "limit");
    await refused(connection.GET, "/api/connection?x=1", "x");
    await refused(memory.GET, "/api/memories/abc?user_id=1", "user_id", { id: "abc" });
    await refused(stream.GET, "/api/memories/stream?limit=5", "limit");
    await refused(versions.GET, "/api/memories/abc/versions?limit=5", "limit", { id: "abc" });
    await refused(trash.GET, "/api/trash?q=x", "q");
    await refused(preferences.GET, "/api/preferences?x=1", "x");
    await refused(tagOperations.GET, "/api/tag-operations?x=1", "x");
  });
});

it("answers rubbish of every kind with one of its own codes, and never with a 5xx", async () => {
  const { cookie } = unconnected;
  const key = fc.constantFrom(
    "content",
    "title",
    "tags",
    "importance",
    "__proto__",
    "constructor",
    "x",
  );
  const value = fc.anything({ withNullPrototype: false, withBigInt: false, maxDepth: 3 });
  const text = fc.oneof(
    fc.dictionary(key, value).map((object) => JSON.stringify(object)),
    fc.json(),
    fc.string({ unit: "binary" }),
  );
  const raw = fc.oneof(
    text.map((body) => Uint8Array.from(Buffer.from(body))),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
  );
  const allowed = [400, 409, 422];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...withBody), raw, async ([, mutation], body) => {
      const answer = await ask(mutation, { cookie, raw: body, headers: json });
      const { code, status } = problemSchema.strict().parse(answer.json);
      expect([code, allowed.includes(status)]).toEqual([code, true]);
    }),
    { numRuns: 400 },
  );
  // Four hundred calls, each with a look at the session: not a matter of seconds on every machine.
}, 120_000);

it("refuses ids that are no ids, for every method", async () => {
  sandbox.control.clearCalls();
  for (const bad of [
    "..",
    "../tags",
    "a/b",
    "a%2Fb",
    "a b",
    "a\0",
    "é",
    "a.b",
    "",
    "x".repeat(129),
  ]) {
    for (const [handler, method] of [
      [memory.GET, "GET"],
      [memory.PATCH, "PATCH"],
      [memory.DELETE, "DELETE"],
      [versions.GET, "GET"],
      [trashed.DELETE, "DELETE"],
      [trashRestore.POST, "POST"],
      [tagOperation.DELETE, "DELETE"],
    ] as const) {
      const body = method === "PATCH" ? { title: "x" } : undefined;
      const options = { method, body, cookie: connected.cookie, params: { id: bad } };
      const problem = expectProblem(
        await call(handler, "/api/memories/x", options),
        "validation-failed",
      );
      expect(problem.errors).toEqual([{ path: "id", message: expect.any(String) }]);
    }
  }
  expect(sandbox.control.calls()).toEqual([]);
});

it("gives every good answer a request id and lets nobody store it", async () => {
  const { cookie } = connected;
  for (const [handler, path] of [
    [memories.GET, "/api/memories"],
    [tags.GET, "/api/tags"],
    [connection.GET, "/api/connection"],
    [memories.HEAD, "/api/memories"],
    [trash.GET, "/api/trash"],
    [preferences.GET, "/api/preferences"],
    [tagOperations.GET, "/api/tag-operations"],
  ] as const) {
    const { status, headers } = await call(handler, path, { cookie });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("content-type")).toMatch(/^application\/json/);
  }
});

it("takes a mutation with our Origin from a client without Sec-Fetch-Site", async () => {
  const { status } = await call(memories.POST, "/api/memories", {
    method: "POST",
    cookie: connected.cookie,
    body: { content: "x" },
    sameSite: false,
    headers: { origin: "http://localhost:3000" },
  });
  expect(status).toBe(201);
});
