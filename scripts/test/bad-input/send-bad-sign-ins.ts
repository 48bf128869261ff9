import fc from "fast-check";
import { NextRequest } from "next/server";
import { expect } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import type { RouteHandler } from "@/lib/http/with-route";
import { apiRoutes } from "../api-routes";
import { origin } from "../harness";
import { answering } from "../next-headers";
import { strangeNames } from "./bad-bodies";
import { contents, seed } from "./send-bad";

type Rubbish = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
  segments: string[];
  query: [string, string][];
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
};

const word = fc.oneof(
  fc.constantFrom(
    ...["signin", "signout", "callback", "session", "csrf", "providers", "error", "_log"],
    ...["memoram", "github", "verify-request", "..", "%2e%2e", "__proto__", "constructor", ""],
  ),
  strangeNames,
);
const address = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 4 }),
  fc.constantFrom(
    ...[["signin"], ["signin", "memoram"], ["signout"], ["callback", "memoram"], ["session"]],
    ...[["csrf"], ["providers"], ["error"]],
  ),
);
const value = fc.oneof(
  fc.constantFrom(
    "",
    "x",
    "https://evil.example",
    "//evil.example",
    "javascript:1",
    "\r\nx: y",
    "\0",
  ),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const name = fc.oneof(
  fc.constantFrom(
    "code",
    "state",
    "error",
    "callbackUrl",
    "csrfToken",
    "json",
    "provider",
    "redirect",
  ),
  strangeNames,
);
const pairs = fc.array(fc.tuple(name, value), { maxLength: 4 });
const ascii = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 60,
});
const cookie = fc
  .array(
    fc.tuple(
      fc.constantFrom("next-auth.session-token", "next-auth.csrf-token", "next-auth.state", "x"),
      ascii,
    ),
    { maxLength: 3 },
  )
  .map((all) => all.map((pair) => pair.join("=")).join("; "));
const type = fc.constantFrom(
  ...["application/x-www-form-urlencoded", "application/json", "multipart/form-data", "text/plain"],
  ...["multipart/form-data; boundary=b", "", "application/json; charset=utf-16"],
);
const body = fc.oneof(
  pairs.map((all) => new URLSearchParams(all).toString()),
  fc.json(),
  fc.constantFrom(
    "{",
    "__proto__=1",
    '{"__proto__":{"x":1}}',
    "[".repeat(10_000),
    "a=1&".repeat(2_000),
  ),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => Uint8Array.from(bytes)),
);

const rubbish: fc.Arbitrary<Rubbish> = fc
  .record({
    method: fc.constantFrom(
      "GET",
      "GET",
      "GET",
      "POST",
      "POST",
      "PUT",
      "PATCH",
      "DELETE",
      "OPTIONS",
    ),
    segments: address,
    query: pairs,
    cookie,
    type,
    body,
  })
  .map(({ method, segments, query, cookie, type, body }) => ({
    method,
    segments,
    query,
    headers: { cookie, ...(method === "GET" ? {} : { "content-type": type }) },
    body: method === "GET" || method === "OPTIONS" ? null : body,
  }));

async function ask(
  handler: RouteHandler | undefined,
  { method, segments, query, headers, body }: Rubbish,
): Promise<Response> {
  if (!handler) throw new Error(`The sign-in does not answer ${method}.`);
  const path = segments.map((each) => encodeURIComponent(each.toWellFormed())).join("/");
  const url = `${origin}/api/auth/${path}?${new URLSearchParams(query)}`;
  const request = new NextRequest(url, { method, headers, body });
  return answering(request, () =>
    handler(request, { params: Promise.resolve({ nextauth: segments }) }),
  );
}

/**
 * Sends `count` requests of rubbish to the addresses of next-auth: none ends in a failure of ours,
 * leads elsewhere, lets anybody in or leaves anything behind.
 */
export async function sendBadSignIns(count: number): Promise<void> {
  const handlers = await apiRoutes()
    .find(({ caller }) => caller === "next-auth")
    ?.load();
  const before = await contents();
  for (const [at, each] of fc.sample(rubbish, { seed, numRuns: count }).entries()) {
    const response = await ask(handlers?.[each.method], each);
    const what = { at, seed, ...each };
    const text = await response.text();
    expect({ ...what, ok: response.status < 500, text }).toEqual({ ...what, ok: true, text });
    if (response.status >= 400) {
      const { data } = problemSchema.strict().safeParse(text === "" ? null : JSON.parse(text));
      expect({ ...what, status: data?.status }).toEqual({ ...what, status: response.status });
    }
    const location = response.headers.get("location");
    const isHere = location === null || new URL(location, origin).origin === origin;
    expect({ ...what, location, isHere }).toEqual({ ...what, location, isHere: true });
    expect(response.headers.getSetCookie().join()).not.toMatch(/session-token=[^;]/);
    expect(response.headers.get("cache-control")).toBe("no-store");
  }
  expect(await contents()).toEqual(before);
}
