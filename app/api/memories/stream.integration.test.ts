import { NextRequest } from "next/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { memorySchema } from "@/lib/contract/memory";
import { problemSchema } from "@/lib/contract/problem";
import { streamEndSchema } from "@/lib/contract/stream";
import { log } from "@/lib/log";
import { type Gate, startGate } from "@/scripts/test/gate";
import { connectedPerson, newPerson, origin, startHarness } from "@/scripts/test/harness";
import type { Fault } from "../../../sandbox/control/faults";
import * as route from "./stream/route";

const MEMORIES = 170;
const PAGES = 4;

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let gate: Gate;
let person: Awaited<ReturnType<typeof connectedPerson>>;
beforeAll(async () => {
  sandbox = await startHarness();
  gate = await startGate(sandbox.origin);
  process.env.MEMORAM_API_URL = `${gate.origin}/api/v1`;
  person = await connectedPerson(sandbox, "tomas");
  const { id } = person.memoram;
  const put = async (at: number) =>
    sandbox.control.putBlob(id, {
      id: `m-${at}`,
      title: `Memory ${at}`,
      content: await sandbox.control.seal(id, `words of ${at}\nand more`),
      createdAt: new Date(Date.UTC(2026, 0, 1) - at * 60_000),
    });
  await Promise.all(Array.from({ length: MEMORIES }, (_, at) => put(at)));
});
afterAll(async () => {
  await gate.close();
  await sandbox.close();
});
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
  vi.restoreAllMocks();
});

type Options = { cookie?: string; method?: string; search?: string; signal?: AbortSignal };
function open({ cookie = person.cookie, method = "GET", search = "", signal }: Options = {}) {
  const request = new NextRequest(`${origin}/api/memories/stream${search}`, {
    method,
    headers: { cookie },
    signal,
  });
  const handler = method === "HEAD" ? route.HEAD : route.GET;
  return handler(request, { params: Promise.resolve({}) });
}

/** Memories and the last line; whatever else a line holds fails the test. */
function parse(text: string) {
  expect(text.endsWith("\n")).toBe(true);
  const lines = text.slice(0, -1).split("\n");
  const [last, ...others] = lines.map((line) => JSON.parse(line)).toReversed();
  const memories = others.toReversed().map((line) => memorySchema.strict().parse(line));
  return { memories, last, ids: memories.map(({ id }) => id) };
}
const readAll = async (response: Response) => parse(await response.text());

const lists = () => sandbox.control.calls().filter(({ path }) => path.endsWith("/memory-blobs"));
const allIds = Array.from({ length: MEMORIES }, (_, at) => `m-${at}`);

/** Lets the pages before it through, then spoils one. */
function failPage(number: number, fault: Fault, times = 1) {
  const list = { method: "GET", path: "/memory-blobs" };
  if (number > 1) sandbox.control.fail({ ...list, times: number - 1, fault: { delayMs: 0 } });
  sandbox.control.fail({ ...list, times, fault });
}

/** Reads chunk by chunk, so that a test can act in between. */
function reading(response: Response) {
  const reader = response.body?.getReader();
  if (!reader) throw new Error("There is no body.");
  let text = "";
  return {
    async chunk() {
      const { value, done } = await reader.read();
      if (value) text += Buffer.from(value).toString();
      return !done;
    },
    async rest() {
      while (await this.chunk());
      return parse(text);
    },
    cancel: () => reader.cancel(),
  };
}

it("sends every memory once, opened, a line each, and says how many there were", async () => {
  const response = await open();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/x-ndjson");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  const { memories, ids, last } = await readAll(response);
  expect(ids).toEqual(allIds);
  expect(memories[7]).toMatchObject({
    title: "Memory 7",
    content: "words of 7\nand more",
    contentState: "decrypted",
  });
  expect(streamEndSchema.strict().parse(last)).toEqual({ done: true, count: MEMORIES });
  expect(lists()).toHaveLength(PAGES);
  expect(new Set(lists().map(({ query }) => query.limit))).toEqual(new Set(["50"]));
});

it("of nothing is the last line alone", async () => {
  sandbox.control.fail({
    path: "/memory-blobs",
    times: 1,
    fault: { status: 200, body: { memoryBlobs: [], next_cursor: null } },
  });
  expect(await (await open()).text()).toBe('{"done":true,"count":0}\n');
});

describe("how far it reads ahead", () => {
  it("asks for the next page while it sends one, and for no more than that", async () => {
    const stream = reading(await open());
    expect(lists()).toHaveLength(1);
    for (const asked of [2, 3]) {
      await stream.chunk();
      await vi.waitFor(() => expect(lists().every(({ status }) => status === 200)).toBe(true));
      // Time for several more, had there been any.
      for (let at = 0; at < 5; at += 1) await (await open({ method: "HEAD" })).text();
      const own = lists().filter(({ query }, at) => at === 0 || query.cursor !== undefined);
      expect(own).toHaveLength(asked);
    }
    expect((await stream.rest()).ids).toEqual(allIds);
  });

  it("a HEAD reads one page at most and sends nothing", async () => {
    const response = await open({ method: "HEAD" });
    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(lists().length).toBeLessThanOrEqual(1);
  });

  it.each(["the reader cancels", "the request is aborted"])("stops when %s", async (how) => {
    const warn = vi.spyOn(log, "warn");
    const client = new AbortController();
    const stream = reading(await open({ signal: client.signal }));
    const held = gate.hold("GET", /\/memory-blobs$/);
    await stream.chunk();
    await held.arrived;
    // Neither waits for the answer, which is kept back until they are done.
    if (how === "the reader cancels") await stream.cancel();
    else {
      client.abort();
      await expect(stream.rest()).rejects.toThrow();
    }
    held.release();
    for (let at = 0; at < 3; at += 1) await open({ method: "HEAD" });
    expect(lists()).toHaveLength(2 + 3);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("what Memoram answers wrongly", () => {
  const blobJson = async (id: string) => {
    const blob = await sandbox.control.getBlob(id);
    return { ...blob, user_id: person.memoram.id };
  };
  const page = async (ids: string[], next: string | null): Promise<Fault> => ({
    status: 200,
    body: { memoryBlobs: await Promise.all(ids.map(blobJson)), next_cursor: next },
  });

  it("a cursor that was there before ends it, also after others", async () => {
    const pages = [
      page(["m-0"], "a"),
      page(["m-1"], "b"),
      page(["m-2"], "c"),
      page(["m-3"], "a"),
      page(["m-4"], "d"),
    ];
    for (const fault of await Promise.all(pages))
      sandbox.control.fail({ path: "/memory-blobs", times: 1, fault });
    const { ids, last } = await readAll(await open());
    expect(ids).toEqual(["m-0", "m-1", "m-2", "m-3"]);
    expect(last).toEqual({ done: true, count: 4 });
  });

  it("a memory that comes again is sent once, and empty pages are passed over", async () => {
    const pages = [
      page(["m-0", "m-1", "m-0"], "a"),
      page([], "b"),
      page(["m-1"], "c"),
      page(["m-1", "m-2"], null),
    ];
    for (const fault of await Promise.all(pages))
      sandbox.control.fail({ path: "/memory-blobs", times: 1, fault });
    const { ids, last } = await readAll(await open());
    expect([ids, last]).toEqual([["m-0", "m-1", "m-2"], { done: true, count: 3 }]);
  });

  it("somebody else's memory is not sent on", async () => {
    const foreign = { ...(await blobJson("m-160")), user_id: "somebody-else" };
    failPage(2, { status: 200, body: { memoryBlobs: [foreign], next_cursor: null } });
    const { ids, last } = await readAll(await open());
    expect(ids).toEqual(allIds.slice(0, 50));
    expect(last.code).toBe("memoram-bad-response");
  });
});

describe("what fails on the way", () => {
  it.each<[string, Fault, string]>([
    ["500", { status: 500 }, "memoram-unavailable"],
    ["a reset", { reset: true }, "memoram-unavailable"],
    ["HTML", { html: true }, "memoram-bad-response"],
    ["half an answer", { truncate: true }, "memoram-unavailable"],
    ["another token wanted", { status: 401 }, "memoram-credentials"],
    ["a refusal of its own cursor", { status: 400 }, "memoram-bad-response"],
    ["nothing there", { status: 404 }, "memoram-bad-response"],
    ["a long pause", { status: 429, headers: { "retry-after": "31" } }, "memoram-rate-limited"],
  ])("is the last line, after all that was read: %s", async (_, fault, code) => {
    const lines = [vi.spyOn(log, "warn"), vi.spyOn(log, "debug")];
    failPage(3, fault, 9);
    const response = await open();
    const { ids, last } = await readAll(response);
    expect(ids).toEqual(allIds.slice(0, 100));
    const problem = problemSchema.strict().parse(last);
    expect(problem).toMatchObject({ code, requestId: response.headers.get("x-request-id") });
    const { requestId, status } = problem;
    expect(lines.flatMap(({ mock }) => mock.calls)).toEqual([
      [expect.any(String), expect.objectContaining({ code, requestId, status, method: "GET" })],
    ]);
  });

  it("a short pause is made, and nothing is missing", async () => {
    failPage(2, { status: 429, headers: { "retry-after": "3" } });
    const { ids, last } = await readAll(await open());
    expect([ids, last]).toEqual([allIds, { done: true, count: MEMORIES }]);
    expect(lists()).toHaveLength(PAGES + 1);
  });

  it("a pause ends when nobody waits for it any longer", async () => {
    failPage(2, { status: 429, headers: { "retry-after": "30" } });
    const stream = reading(await open());
    await stream.chunk();
    await vi.waitFor(() => expect(lists()[1]?.status).toBe(429));
    await stream.cancel();
    expect(lists()).toHaveLength(2);
  });

  it("a function's time that runs out is said in time", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    const stream = reading(await open());
    await stream.chunk();
    await vi.waitFor(() => expect(lists()[1]?.status).toBe(200));
    vi.setSystemTime(Date.now() + 280_000);
    const { ids, last } = await stream.rest();
    vi.useRealTimers();
    expect(ids).toEqual(allIds.slice(0, 100));
    expect(last.code).toBe("memoram-timeout");
  });

  it("access that is taken back ends it", async () => {
    const guest = await connectedPerson(sandbox, "tomas");
    // Memoram lets us in as long as one request is approved: both people's are taken back.
    const stream = reading(await open({ cookie: guest.cookie }));
    await stream.chunk();
    await vi.waitFor(() => expect(lists()[1]?.status).toBe(200));
    await sandbox.control.decide(guest.requestId, "revoked");
    await sandbox.control.decide(person.requestId, "revoked");
    const { ids, last } = await stream.rest();
    expect(ids).toEqual(allIds.slice(0, 100));
    expect(problemSchema.strict().parse(last)).toMatchObject({ code: "access-revoked" });
    await sandbox.control.decide(person.requestId, "approved");
  });

  it("a key that is rotated is followed", async () => {
    const stream = reading(await open());
    await stream.chunk();
    await vi.waitFor(() => expect(lists()[1]?.status).toBe(200));
    await sandbox.control.rotateKey(person.memoram.id, { reencrypt: true });
    const { memories, last } = await stream.rest();
    expect(last).toEqual({ done: true, count: MEMORIES });
    expect(new Set(memories.map(({ contentState }) => contentState))).toEqual(
      new Set(["decrypted"]),
    );
    const credentials = sandbox.control.calls().filter(({ path }) => path.endsWith("credentials"));
    expect(credentials).toHaveLength(1);
  });
});

describe("what fails before the first byte is an ordinary problem", () => {
  const refused = async (options: Options) => {
    const response = await open(options);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = problemSchema.strict().parse(await response.json());
    expect(response.status).toBe(problem.status);
    return { response, code: problem.code };
  };

  it("nobody, somebody unconnected, and any query", async () => {
    const { cookie } = await newPerson();
    expect((await refused({ cookie: "" })).code).toBe("unauthenticated");
    expect((await refused({ cookie })).code).toBe("not-connected");
    for (const search of ["?limit=5", "?cursor=a", "?q=x", "?x="])
      expect((await refused({ cookie, search })).code).toBe("validation-failed");
    expect(lists()).toEqual([]);
  });

  it.each<[string, Fault]>([
    ["memoram-unavailable", { status: 503 }],
    ["memoram-bad-response", { html: true }],
    ["memoram-rate-limited", { status: 429, headers: { "retry-after": "5" } }],
    ["not-found", { status: 404 }],
  ])("%s", async (code, fault) => {
    sandbox.control.fail({ path: "/memory-blobs", fault });
    const { response, code: answered } = await refused({});
    expect(answered).toBe(code);
    expect(response.headers.get("retry-after")).toBe(code.endsWith("limited") ? "5" : null);
    expect((await open({ method: "HEAD" })).status).toBe(response.status);
  });
});
