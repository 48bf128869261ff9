import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemTable } from "@/lib/contract/problem";
import { apiRoutes, operationsOf } from "@/scripts/test/api-routes";
import { bothBuilds } from "@/scripts/test/builds/builds";
import { type HttpAnswer, send, sendRaw } from "@/scripts/test/builds/http";
import { startBuild } from "@/scripts/test/builds/servers";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { sourceFiles } from "@/scripts/test/source-tree";
import { comparable, deadCookies, everyDenial } from "@/scripts/test/who-may/denials";

/** How many requests are under way at once. */
const AT_ONCE = 8;
const nobody: Record<string, string> = {};

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let whole: Awaited<ReturnType<typeof startBuild>>;
let bare: Awaited<ReturnType<typeof startBuild>>;
let cookie: string;
beforeAll(async () => {
  const builds = await bothBuilds();
  sandbox = await startHarness();
  cookie = (await connectedPerson(sandbox, "wanjiru")).cookie;
  whole = await startBuild(builds.whole, 3_700);
  bare = await startBuild(builds.withoutProxy, 3_800);
}, 1_800_000);
afterAll(async () => {
  await whole?.stop();
  await bare?.stop();
  await sandbox?.close();
});

async function forEach<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = all.values();
  const worker = async () => {
    for (const one of queue) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

it("denies over HTTP what it denies, alike with the proxy and without it", async () => {
  const denials = everyDenial(await deadCookies());
  await forEach(denials, async ({ name, method, path, headers, body, code, allow }) => {
    const request = { method, path, headers, body };
    const [behind, without] = [await send(whole.origin, request), await send(bare.origin, request)];
    const [a, b] = [behind, without].map((answer) =>
      comparable(method, answer.status, answer.headers, answer.text),
    );
    expect({ name, ...a }).toEqual({ name, ...b });
    expectAlways(name, behind);
    expect([name, behind.headers.get("cache-control")]).toEqual([name, "no-store"]);
    const told = { name, status: a?.status, code: a?.problem.code, allow: a?.headers.allow };
    const said = method === "HEAD" ? undefined : code;
    expect(told).toEqual({ name, status: problemTable[code].status, code: said, allow });
  });
  console.log(`${denials.length} denials over HTTP against each of two builds.`);
});

const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
};
function expectAlways(name: string, { headers }: HttpAnswer): void {
  for (const [header, value] of Object.entries(always)) {
    expect([name, header, headers.get(header)]).toEqual([name, header, value]);
  }
  expect([name, headers.get("x-powered-by")]).toEqual([name, null]);
}

it("every answer of the API, good or bad, is kept by nobody and frames nowhere", async () => {
  const params = { id: "nobody-has-this", versionId: "v" };
  const reads = operationsOf(apiRoutes()).filter(({ method }) => method === "GET");
  await forEach(reads, async ({ name, route }) => {
    for (const given of [{ cookie }, nobody]) {
      const path = route.path(params);
      const answer = await send(whole.origin, { method: "GET", path, headers: given });
      expectAlways(name, answer);
      expect([name, answer.headers.get("cache-control")]).toEqual([name, "no-store"]);
      const policy = answer.headers.get("content-security-policy");
      expect([name, policy]).toEqual([name, "default-src 'none'; frame-ancestors 'none'"]);
    }
  });
});

/** The addresses of app's pages, `x` for what is named in them. */
const pages = sourceFiles(["app"], ["/page.tsx", "app/page.tsx"]).map((file) => {
  const segments = file
    .split("/")
    .slice(1, -1)
    .filter((segment) => !segment.startsWith("("));
  return `/${segments.map((segment) => (segment.startsWith("[") ? "x" : segment)).join("/")}`;
});

const nowhere = ["/nowhere", "/memories/a/b/c", "/icon.svg.x", "/favicon.icox", "/_next/staticx"];

describe("pages", () => {
  it("lead whoever is not signed in to the same place with the proxy and without it", async () => {
    const dead = Object.entries(await deadCookies());
    const asked = pages.flatMap((path) => dead.map(([name, cookie]) => ({ path, name, cookie })));
    await forEach(asked, async ({ path, name, cookie: dead }) => {
      const headers = { accept: "text/html", ...(dead !== null && { cookie: dead }) };
      const request = { method: "GET", path, headers };
      const [behind, without] = [
        await send(whole.origin, request),
        await send(bare.origin, request),
      ];
      const told = ({ status, headers }: HttpAnswer) => [
        `${name}: ${path}`,
        status,
        // Only the proxy knows where to lead back to.
        headers.get("location") && new URL(headers.get("location") ?? "", whole.origin).pathname,
        headers.get("x-frame-options"),
      ];
      expect(told(without)).toEqual(told(behind));
    });
  });

  it.each([...pages, ...nowhere])("%s: scripts by nonce alone, framed by nobody", async (path) => {
    const nonces: string[] = [];
    for (const headers of [{ cookie }, { cookie }, nobody]) {
      const answer = await send(whole.origin, {
        method: "GET",
        path,
        headers: { ...headers, accept: "text/html" },
      });
      expect(answer.status).toBeLessThan(500);
      expectAlways(path, answer);
      expect(answer.headers.get("cache-control")).toMatch(/no-store/);
      const policy = answer.headers.get("content-security-policy") ?? "";
      const rules = new Map(policy.split("; ").map((rule) => [rule.split(" ")[0], rule]));
      const nonce = /'nonce-([^']+)'/.exec(rules.get("script-src") ?? "")?.[1] ?? "";
      expect(rules.get("script-src")).toBe(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
      expect(rules.get("frame-ancestors")).toBe("frame-ancestors 'none'");
      expect(rules.get("default-src")).toBe("default-src 'self'");
      expect(rules.get("object-src")).toBe("object-src 'none'");
      expect(rules.get("base-uri")).toBe("base-uri 'none'");
      expect(rules.get("form-action")).toBe("form-action 'self'");
      nonces.push(nonce);
      for (const [tag] of answer.text.matchAll(/<script\b[^>]*>/g))
        expect(tag).toContain(`nonce="${nonce}"`);
      expect(answer.text).not.toMatch(/<[a-z][^>]* on(click|load|error)=/i);
    }
    expect(new Set(nonces).size).toBe(3);
    expect(nonces).not.toContain("");
  });

  it("what never changes may be kept, and is nothing else than it says", async () => {
    const { text } = await send(whole.origin, { method: "GET", path: "/" });
    const [script] = /\/_next\/static\/[^"]+\.js/.exec(text) ?? [];
    const answer = await send(whole.origin, { method: "GET", path: script ?? "" });
    expect(answer.status).toBe(200);
    expectAlways(String(script), answer);
  });
});

describe("requests that no client sends", () => {
  const host = "host: localhost\r\nconnection: close\r\n";
  const post = (headers: string, body: string) =>
    `POST /api/memories HTTP/1.1\r\n${host}cookie: COOKIE\r\nsec-fetch-site: same-origin\r\n${headers}\r\n${body}`;
  const jsonType = "content-type: application/json\r\n";
  it.each<[string, string]>([
    ["a bad escape", `GET /api/memories/%zz HTTP/1.1\r\n${host}\r\n`],
    ["no UTF-8", `GET /api/memories/%ff HTTP/1.1\r\n${host}\r\n`],
    ["a null byte", `GET /api/memories/%00 HTTP/1.1\r\n${host}\r\n`],
    [
      "a line break in the path",
      `GET /api/memories/a%0d%0aset-cookie:%20x=y HTTP/1.1\r\n${host}cookie: COOKIE\r\n\r\n`,
    ],
    ["a climb", `GET /api/memories/../../../etc/passwd HTTP/1.1\r\n${host}\r\n`],
    [
      "an escaped climb",
      `GET /api/memories/..%2f..%2ftags HTTP/1.1\r\n${host}cookie: COOKIE\r\n\r\n`,
    ],
    ["two slashes", `GET //evil.example/api HTTP/1.1\r\n${host}\r\n`],
    ["a backslash", `GET /\\evil.example/api HTTP/1.1\r\n${host}\r\n`],
    ["no method", `/api/memories HTTP/1.1\r\n${host}\r\n`],
    ["an unknown method", `FOO /api/memories HTTP/1.1\r\n${host}\r\n`],
    ["PROPFIND", `PROPFIND /api/memories HTTP/1.1\r\n${host}\r\n`],
    [
      "a header without end",
      `GET /api/memories HTTP/1.1\r\n${host}x: ${"y".repeat(40_000)}\r\n\r\n`,
    ],
    ["a bare line feed", `GET /api/memories HTTP/1.1\n${host}\n`],
    ["two lengths", post(`${jsonType}content-length: 2\r\ncontent-length: 3\r\n`, "{}")],
    [
      "length and chunks",
      post(`${jsonType}content-length: 2\r\ntransfer-encoding: chunked\r\n`, "0\r\n\r\n"),
    ],
    [
      "chunks of no length",
      post(`${jsonType}transfer-encoding: chunked\r\n`, "zz\r\n{}\r\n0\r\n\r\n"),
    ],
    [
      "bad JSON in chunks",
      post(`${jsonType}transfer-encoding: chunked\r\n`, "1\r\n{\r\n0\r\n\r\n"),
    ],
    ["a negative length", post(`${jsonType}content-length: -1\r\n`, "")],
    ["invalid UTF-8", post(`${jsonType}content-length: 3\r\n`, '"\xff"')],
    [
      "a compressed body",
      post(`${jsonType}content-encoding: gzip\r\ncontent-length: 2\r\n`, "\x1f\x8b"),
    ],
    [
      "a form",
      post("content-type: application/x-www-form-urlencoded\r\ncontent-length: 9\r\n", "content=x"),
    ],
    [
      "an action of Next",
      `POST / HTTP/1.1\r\n${host}next-action: 0123456789\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n[]`,
    ],
    [
      "a skipped proxy",
      `GET /api/memories HTTP/1.1\r\n${host}x-middleware-subrequest: proxy:proxy:proxy:proxy:proxy\r\n\r\n`,
    ],
  ])("%s: refused, not failed", async (_, raw) => {
    const text = await sendRaw(whole.origin, raw.replace("COOKIE", cookie));
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
    expect([status >= 300 && status < 500, text.slice(0, 300)]).toEqual([true, expect.anything()]);
    expect(text).not.toMatch(/set-cookie: x=y|at .*\.js:\d+/i);
    expect(text).not.toMatch(/location: *(\w+:|[\\/]{2})/i);
    const alive = await send(whole.origin, { method: "GET", path: "/api/health" });
    expect(alive.status).toBe(200);
  });

  it("a whole address of another host: Next sends the asker there where they asked to go, with nothing of ours", async () => {
    const asked = "http://evil.example/api/memories";
    const text = await sendRaw(
      whole.origin,
      `GET ${asked} HTTP/1.1\r\n${host}cookie: ${cookie}\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 308 /);
    expect(text).toContain(`\r\n\r\n${asked.length.toString(16)}\r\n${asked}\r\n0\r\n`);
    expect(text).not.toMatch(/set-cookie/i);
  });
});
