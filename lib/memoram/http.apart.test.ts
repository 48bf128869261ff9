import { beforeEach, describe, expect, it, vi } from "vitest";
import { AppError, isAppError } from "@/lib/errors";
import { createMemoram, type Memoram } from "./client";
import { endless } from "./testing/guarded";
import { memoryTokenStore } from "./testing/token-store";
import type { RawAnswer, RawRequest } from "./transport";

const waits = vi.hoisted(() => ({ ms: [] as number[] }));
vi.mock("node:timers/promises", () => ({
  setTimeout: async (ms: number) => {
    waits.ms.push(ms);
  },
}));
beforeEach(() => {
  waits.ms = [];
});

const at = "2026-01-02T03:04:05.000Z";
const blob = { id: "b1", user_id: "u1", content: "text", created_at: at, updated_at: at };
const page = { memoryBlobs: [blob], next_cursor: null };

type Answer = { status?: number; retryAfter?: string; json?: unknown; text?: string } | AppError;
const down = new AppError("memoram-unavailable");
const late = new AppError("memoram-timeout");

/** A client for a Memoram that gives these answers in turn, the last one for ever. */
function client(...answers: Answer[]) {
  const calls: RawRequest[] = [];
  const exchanges: RawRequest[] = [];
  let exchangeAnswer: Answer = {};
  const memoram = createMemoram({
    keepAlive: () => {},
    patience: endless,
    transport: async (request): Promise<RawAnswer> => {
      const isExchange = request.url.endsWith("/auth/token");
      (isExchange ? exchanges : calls).push(request);
      const expires_at = new Date(Date.now() + 900_000).toISOString();
      const token = { json: { token: `jwt-${exchanges.length}`, expires_at } };
      const answer = isExchange
        ? { ...token, ...exchangeAnswer }
        : (answers[Math.min(calls.length, answers.length) - 1] ?? {});
      if (answer instanceof AppError) throw answer;
      if (exchangeAnswer instanceof AppError && isExchange) throw exchangeAnswer;
      const { status = 200, retryAfter, json, text } = answer;
      return { status, retryAfter, text: text ?? JSON.stringify(json ?? {}) };
    },
    baseUrl: "https://memoram.example/api/v1",
    apiKey: "mem_key",
    tokenClient: { tokenUrl: "", clientId: "", clientSecret: "", authMethod: "client_secret_post" },
    tokenStore: memoryTokenStore().store,
  });
  const answerExchangeWith = (answer: Answer) => {
    exchangeAnswer = answer;
  };
  return { memoram, calls, exchanges, answerExchangeWith };
}

const owner = { memoramUserId: "u1", memoryKey: "mk" };
const list = (memoram: Memoram) => memoram.memoryBlobs.list("u1", { limit: 50 });
const reads: [string, (memoram: Memoram) => Promise<unknown>, unknown][] = [
  ["list", list, page],
  ["read", (memoram) => memoram.memoryBlobs.read("u1", "b1"), blob],
  ["tags", (memoram) => memoram.tags.list("u1"), { items: [] }],
  ["requests", (memoram) => memoram.accessRequests.list(), { items: [] }],
];
const writes: [string, (memoram: Memoram) => Promise<unknown>, unknown][] = [
  ["create", (memoram) => memoram.memoryBlobs.create(owner, { content: "c" }), blob],
  ["update", (memoram) => memoram.memoryBlobs.update(owner, "b1", { title: null }), blob],
  ["remove", (memoram) => memoram.memoryBlobs.remove("u1", "b1"), undefined],
  [
    "ask",
    (memoram) => memoram.accessRequests.create("mk", "why"),
    { id: "r1", status: "pending", createdAt: at, updatedAt: at },
  ],
];

async function failure(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (isAppError(error)) return error;
  throw error ?? new Error("Nothing failed.");
}

const repeatable: [string, Answer, string][] = [
  ["refused or reset", down, "memoram-unavailable"],
  ["500", { status: 500 }, "memoram-unavailable"],
  ["502 in HTML", { status: 502, text: "<h1>s3cret</h1>" }, "memoram-unavailable"],
  ["599", { status: 599 }, "memoram-unavailable"],
  ["429 without a word", { status: 429 }, "memoram-rate-limited"],
  ["429 for a second", { status: 429, retryAfter: "1" }, "memoram-rate-limited"],
];
const final: [string, Answer, string][] = [
  ["a timeout", late, "memoram-timeout"],
  ["429 for a minute", { status: 429, retryAfter: "60" }, "memoram-rate-limited"],
  ["HTML with 200", { text: "<h1>s3cret</h1>" }, "memoram-bad-response"],
  ["an empty body", { text: "" }, "memoram-bad-response"],
  ["truncated JSON", { text: '{"id":"s3cret' }, "memoram-bad-response"],
  ["null", { json: null, text: "null" }, "memoram-bad-response"],
  ["an array", { json: ["s3cret"] }, "memoram-bad-response"],
  ["another shape", { json: { s3cret: 1 } }, "memoram-bad-response"],
  ["a redirect", { status: 302 }, "memoram-bad-response"],
  ["304", { status: 304 }, "memoram-bad-response"],
];

describe.each(reads)("a read: %s", (_, read, good) => {
  it.each(repeatable)(
    "%s is tried three times, with pauses that vary",
    async (_name, bad, code) => {
      const { memoram, calls } = client(bad);
      expect((await failure(read(memoram))).code).toBe(code);
      expect(calls).toHaveLength(3);
      expect(waits.ms).toHaveLength(2);
      for (const ms of waits.ms) {
        expect(ms).toBeGreaterThanOrEqual(100);
        expect(ms).toBeLessThanOrEqual(3_000);
      }
      expect(waits.ms[0]).not.toBe(waits.ms[1]);
    },
  );

  it.each(repeatable)("%s may pass: the second or third try counts", async (_name, bad) => {
    for (const times of [1, 2]) {
      const { memoram, calls } = client(...Array(times).fill(bad), { json: good });
      await expect(read(memoram)).resolves.toBeDefined();
      expect(calls).toHaveLength(times + 1);
    }
  });

  it.each(final)("%s is not tried again", async (_name, bad, code) => {
    const { memoram, calls } = client(bad);
    const error = await failure(read(memoram));
    expect(error.code).toBe(code);
    expect(calls).toHaveLength(1);
    expect(JSON.stringify([error.message, error.detail])).not.toContain("s3cret");
  });
});

describe.each(writes)("a write: %s", (name, write, good) => {
  const all = [...repeatable, ...final];
  const cases = all.filter(([, { status = 200 } = {}]) => name !== "remove" || status !== 200);
  it.each(cases)("%s is never tried again", async (_name, bad, code) => {
    const { memoram, calls } = client(bad, { json: good });
    expect((await failure(write(memoram))).code).toBe(code);
    expect(calls).toHaveLength(1);
    expect(waits.ms).toEqual([]);
  });

  it("is sent again after a 401, with a new token and the same body", async () => {
    const { memoram, calls, exchanges } = client({ status: 401 }, { json: good });
    await write(memoram);
    expect(exchanges).toHaveLength(2);
    expect(calls.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer jwt-1",
      "Bearer jwt-2",
    ]);
    expect(calls[1]?.body).toBe(calls[0]?.body);
  });

  it("is not sent a third time when the second went wrong", async () => {
    const { memoram, calls } = client({ status: 401 }, { status: 503 }, { json: good });
    expect((await failure(write(memoram))).code).toBe("memoram-unavailable");
    expect(calls).toHaveLength(2);
  });
});

describe("401", () => {
  it.each([...reads, ...writes])("twice: our key is the matter (%s)", async (_name, call) => {
    const { memoram, calls, exchanges } = client({ status: 401 });
    expect((await failure(call(memoram))).code).toBe("memoram-credentials");
    expect(calls).toHaveLength(2);
    expect(exchanges).toHaveLength(2);
  });

  it("is replaced once for reads at the same time", async () => {
    const { memoram, exchanges, calls } = client(...Array(10).fill({ status: 401 }), {
      json: page,
    });
    await Promise.all(Array.from({ length: 10 }, () => list(memoram)));
    expect(exchanges).toHaveLength(2);
    expect(calls).toHaveLength(20);
  });
});

describe("the exchange of the API key", () => {
  it("sends the documented body and no token", async () => {
    const { memoram, exchanges } = client({ json: page });
    await list(memoram);
    expect(exchanges[0]).toMatchObject({
      method: "POST",
      url: "https://memoram.example/api/v1/auth/token",
      body: '{"api_key":"mem_key"}',
    });
    expect(exchanges[0]?.headers.authorization).toBeUndefined();
  });

  it.each<[string, Answer, string]>([
    ["400", { status: 400, json: { error: "s3cret" } }, "memoram-credentials"],
    ["401", { status: 401 }, "memoram-credentials"],
    ["403", { status: 403 }, "memoram-credentials"],
    ["404", { status: 404 }, "memoram-bad-response"],
    ["500", { status: 500 }, "memoram-unavailable"],
    ["429", { status: 429, retryAfter: "17" }, "memoram-rate-limited"],
    ["HTML", { text: "<p>s3cret</p>" }, "memoram-bad-response"],
    ["no expiry", { json: { token: "s3cret" } }, "memoram-bad-response"],
    ["no time as expiry", { json: { token: "t", expires_at: "soon" } }, "memoram-bad-response"],
    ["an empty token", { json: { token: "", expires_at: at } }, "memoram-bad-response"],
    ["a redirect", { status: 307 }, "memoram-bad-response"],
    ["nothing", down, "memoram-unavailable"],
    ["nothing in time", late, "memoram-timeout"],
  ])("answered with %s", async (_name, answer, code) => {
    const { memoram, calls, exchanges, answerExchangeWith } = client({ json: page });
    answerExchangeWith(answer);
    const error = await failure(list(memoram));
    expect(error.code).toBe(code);
    if (code === "memoram-rate-limited") expect(error.retryAfterSeconds).toBe(17);
    expect(JSON.stringify([error.message, error.detail])).not.toContain("s3cret");
    expect([calls.length, exchanges.length]).toEqual([0, 1]);
    answerExchangeWith({});
    await expect(list(memoram)).resolves.toBeDefined();
  });

  it("may give a token that is over by our clock: it is used, not exchanged at every call", async () => {
    const { memoram, exchanges, answerExchangeWith } = client({ json: page });
    answerExchangeWith({ json: { token: "t", expires_at: "2020-01-01T00:00:00Z" } });
    for (let call = 0; call < 5; call += 1) await list(memoram);
    expect(exchanges).toHaveLength(1);
  });
});

it("puts nothing into an address that was not encoded", async () => {
  const { memoram, calls } = client({ json: blob });
  const hostile = "../../x?y=z#/é\r\nHost: evil";
  await memoram.memoryBlobs.read(hostile, "b1").catch(() => undefined);
  await memoram.memoryBlobs.remove("u1", hostile);
  for (const { url } of calls) {
    const { origin, pathname, hash } = new URL(url);
    expect(origin).toBe("https://memoram.example");
    expect(pathname).toMatch(/^\/api\/v1\/memory-blobs\/[^/]+$/);
    expect(hash).toBe("");
  }
  expect(new URL(calls[0]?.url ?? "").searchParams.get("user_id")).toBe(hostile);
});

it("sends exactly the fields given, null included, and filters as decimals", async () => {
  const { memoram, calls } = client({ json: blob }, { json: page });
  await memoram.memoryBlobs.update(owner, "b1", { title: null, tags: [] });
  expect(calls[0]?.body).toBe('{"user_id":"u1","memoryKey":"mk","title":null,"tags":[]}');
  await memoram.memoryBlobs.list("u1", { limit: 7, tags: ["a b", "ü"], importance: 1e-7 });
  expect(Object.fromEntries(new URL(calls[1]?.url ?? "").searchParams)).toEqual({
    user_id: "u1",
    limit: "7",
    tags: "a b,ü",
    importance: "0.0000001",
  });
});
