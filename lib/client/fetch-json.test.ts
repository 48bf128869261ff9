import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";
import { fetchJson } from "./fetch-json";

const schema = z.object({ id: z.string() });

function answering(body: string | null, init: ResponseInit = {}) {
  return vi.fn<typeof globalThis.fetch>(async () => new Response(body, init));
}

const problem = {
  type: "about:blank",
  title: "Some values cannot be accepted",
  status: 422,
  detail: "The title is too long.",
  code: "validation-failed",
  requestId: "r-1",
  errors: [{ path: "title", message: "The title may have at most 200 characters." }],
};

describe("fetchJson", () => {
  it("gives the parsed answer and its ETag", async () => {
    const fetch = answering('{"id":"a","more":1}', { headers: { etag: '"v1"' } });
    await expect(fetchJson("/api/x", { schema, fetch })).resolves.toMatchObject({
      data: { id: "a" },
      etag: '"v1"',
    });
  });

  it("reads an ETag that a proxy weakened", async () => {
    const fetch = answering('{"id":"a"}', { headers: { etag: 'W/"v1"' } });
    expect((await fetchJson("/api/x", { schema, fetch })).etag).toBe('"v1"');
  });

  it("sends method, JSON body and the headers of a write", async () => {
    const fetch = answering('{"id":"a"}');
    await fetchJson("/api/x", {
      schema,
      fetch,
      method: "PATCH",
      body: { title: null },
      ifMatch: '"v1"',
      idempotencyKey: "k",
    });
    const [path, init] = fetch.mock.calls[0] ?? [];
    expect(path).toBe("/api/x");
    expect(init).toMatchObject({
      method: "PATCH",
      body: '{"title":null}',
      credentials: "same-origin",
      redirect: "manual",
    });
    const headers = new Headers(init?.headers);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("if-match")).toBe('"v1"');
    expect(headers.get("idempotency-key")).toBe("k");
  });

  it("sends neither a body nor a content type with a read", async () => {
    const fetch = answering('{"id":"a"}');
    await fetchJson("/api/x", { schema, fetch });
    const init = fetch.mock.calls[0]?.[1];
    expect(init?.body).toBeUndefined();
    expect(new Headers(init?.headers).has("content-type")).toBe(false);
  });

  it("accepts an empty 204", async () => {
    const fetch = answering(null, { status: 204 });
    const answer = await fetchJson("/api/x", { schema: z.undefined(), fetch, method: "DELETE" });
    expect(answer.data).toBeUndefined();
  });

  it("throws the problem document as ApiError, with its fields", async () => {
    const fetch = answering(JSON.stringify(problem), { status: 422 });
    const error = await fetchJson("/api/x", { schema, fetch }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      code: "validation-failed",
      status: 422,
      detail: "The title is too long.",
      requestId: "r-1",
      errors: problem.errors,
      retryAfterSeconds: null,
    });
  });

  it.each([
    ["7", 7],
    [new Date(Date.now() + 60_000).toUTCString(), 60],
    [new Date(Date.now() - 60_000).toUTCString(), 0],
    ["soon", null],
  ])("reads Retry-After %s", async (value, seconds) => {
    const body = { ...problem, code: "memoram-rate-limited", status: 429 };
    const fetch = answering(JSON.stringify(body), {
      status: 429,
      headers: { "retry-after": value },
    });
    const error = await fetchJson("/api/x", { schema, fetch }).catch((caught: unknown) => caught);
    const waited = error instanceof ApiError ? error.retryAfterSeconds : undefined;
    if (seconds === 60) expect([59, 60]).toContain(waited);
    else expect(waited).toBe(seconds);
  });

  it("throws OfflineError when no answer arrives, with the cause", async () => {
    const cause = new TypeError("fetch failed");
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Promise.reject(cause));
    const error = await fetchJson("/api/x", { schema, fetch }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(OfflineError);
    expect(error).toHaveProperty("cause", cause);
  });

  it("throws OfflineError when the body breaks off", async () => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new Error("reset")),
    });
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(body));
    await expect(fetchJson("/api/x", { schema, fetch })).rejects.toBeInstanceOf(OfflineError);
  });

  it("lets an abort through as it came", async () => {
    const abort = new AbortController();
    const fetch = vi.fn<typeof globalThis.fetch>(async (_input, init) => {
      abort.abort();
      throw init?.signal?.reason;
    });
    const call = fetchJson("/api/x", { schema, fetch, signal: abort.signal });
    await expect(call).rejects.toHaveProperty("name", "AbortError");
  });

  it.each([
    ["a page instead of JSON", "<html></html>", 200],
    ["an error page of a proxy", "<html></html>", 502],
    ["an error that is no problem document", '{"error":"no"}', 500],
    ["a problem with a code nobody knows", JSON.stringify({ ...problem, code: "new" }), 422],
    ["a shape nobody knows", '{"id":1}', 200],
    ["nothing where something was due", "", 200],
  ])("throws UnreadableAnswerError for %s", async (_what, body, status) => {
    const fetch = answering(body, { status });
    const error = await fetchJson("/api/x", { schema, fetch }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UnreadableAnswerError);
    expect(error).toHaveProperty("status", status);
  });
});
