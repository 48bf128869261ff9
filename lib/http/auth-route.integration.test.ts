import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { problemSchema } from "@/lib/contract/problem";
import { db } from "@/lib/db/client";
import { type Answer, Browser } from "@/scripts/test/browserless-sign-in";
import { connectionApi, letLookAgain, sandboxPerson } from "@/scripts/test/connection-api";
import { emptyDatabase, origin, redirectUri, startHarness } from "@/scripts/test/harness";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
/** Somebody whose access is approved: a sign-in lands where they were going. */
let approvedId = "";
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas"] });
  await emptyDatabase();
  const browser = newBrowser();
  await browser.signIn(sandbox, "tomas");
  const [request] = await sandbox.control.requests();
  await sandbox.control.decide(request?.id ?? "", "approved");
  const [connection] = await db().connection.findMany();
  await letLookAgain(connection?.userId ?? "");
  expect((await connectionApi(browser).look()).json.status).toBe("approved");
  approvedId = (await sandboxPerson(sandbox, "tomas")).id;
});
afterAll(() => sandbox.close());

const newBrowser = () => new Browser(authRoute, origin);
const form = { "content-type": "application/x-www-form-urlencoded" };

/** From the authorize address to the callback, without the consent page. */
async function comeBack(browser: Browser, authorize: URL, further = ""): Promise<Answer> {
  const code = await sandbox.control.authorize({
    personId: approvedId,
    redirectUri,
    codeChallenge: authorize.searchParams.get("code_challenge") ?? "",
  });
  const state = authorize.searchParams.get("state");
  return browser.send(`/api/auth/callback/memoram?code=${code}&state=${state}${further}`);
}

function expectProblem(answer: Answer, status: number, code: string) {
  expect([answer.status, answer.headers.get("content-type")]).toEqual([
    status,
    "application/problem+json",
  ]);
  expect(problemSchema.parse(JSON.parse(answer.text))).toMatchObject({ status, code });
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-request-id")).toBeTruthy();
  expect(answer.headers.getSetCookie()).toEqual([]);
}

describe("addresses", () => {
  it.each([
    "/api/auth/_log",
    "/api/auth/nothing",
    "/api/auth/callback",
    "/api/auth/callback/nobody",
    "/api/auth/callback/credentials",
    "/api/auth/callback/email",
    "/api/auth/callback/memoram/more",
    "/api/auth/callback/github",
    "/api/auth/callback/google",
    "/api/auth/signin/nobody",
    "/api/auth/signin/github",
    "/api/auth/session/memoram",
    "/api/auth/csrf/memoram",
    "/api/auth/verify-request",
    "/api/auth/constructor",
    "/api/auth/__proto__",
    "/api/auth/callback/__proto__",
    "/api/auth/Session",
  ])("%s is not there", async (path) => {
    expectProblem(await newBrowser().send(path), 404, "not-found");
    expectProblem(await newBrowser().postForm(path, { code: "error" }), 404, "not-found");
  });

  it.each([
    ["/api/auth/session", "GET"],
    ["/api/auth/csrf", "GET"],
    ["/api/auth/providers", "GET"],
    ["/api/auth/error", "GET"],
    ["/api/auth/callback/memoram", "GET"],
    ["/api/auth/signin", "GET"],
    ["/api/auth/signin/memoram", "GET, POST"],
    ["/api/auth/signout", "GET, POST"],
  ])("%s knows %s only", async (path, allow) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      if (allow.includes(method)) continue;
      const body = method === "OPTIONS" ? {} : { body: "a=b", headers: form };
      const answer = await newBrowser().send(path, { method, ...body });
      expectProblem(answer, 405, "method-not-allowed");
      expect(answer.headers.get("allow")).toBe(allow);
    }
  });

  it("lists the one provider that has settings", async () => {
    const providers = JSON.parse((await newBrowser().send("/api/auth/providers")).text);
    expect(Object.keys(providers)).toEqual(["memoram"]);
    expect(JSON.stringify(providers)).not.toContain(sandbox.settings.clientSecret);
  });

  it("leads next-auth's own pages to ours", async () => {
    const browser = newBrowser();
    const to = async (path: string) => {
      const answer = await browser.send(path);
      expect(answer.status).toBe(302);
      return answer.location?.replace(origin, "");
    };
    expect(await to("/api/auth/signin")).toBe("/signin");
    expect(await to("/api/auth/signin/memoram")).toBe("/signin");
    expect(await to("/api/auth/signin?callbackUrl=%2Factivity")).toBe(
      "/signin?callbackUrl=%2Factivity",
    );
    expect(await to("/api/auth/signin?callbackUrl=https%3A%2F%2Fevil.example")).toBe("/signin");
    expect(await to("/api/auth/signout")).toBe("/settings");
    expect(await to("/api/auth/error?error=OAuthAccountNotLinked")).toBe(
      "/signin?error=account-linked-elsewhere",
    );
    expect(await to("/api/auth/error")).toBe("/signin?error=failed");
  });

  it.each(["%0d%0aset-cookie:a=b", "%E2%82%AC", "<script>", "Configuration", "%00", ""])(
    "an error in the address, as %j, is not passed on",
    async (error) => {
      const answer = await newBrowser().send(`/api/auth/error?error=${error}`);
      expect([answer.status, answer.location]).toEqual([302, `${origin}/signin?error=failed`]);
    },
  );
});

describe("bodies", () => {
  const paths = ["/api/auth/signin/memoram", "/api/auth/signout"];
  const bodies: [string, string, string][] = [
    ["JSON that is none", "application/json", "{"],
    ["JSON null", "application/json", "null"],
    ["a JSON list", "application/json", "[]"],
    ["JSON text", "application/json", '"x"'],
    ["a number as address", "application/json", '{"callbackUrl":5}'],
    ["an object as address", "application/json", '{"callbackUrl":{"startsWith":1}}'],
    ["a list as token", "application/json", '{"csrfToken":["a"]}'],
    ["__proto__", "application/json", '{"__proto__":{"callbackUrl":"https://evil.example"}}'],
    ["a form that is none", form["content-type"], "%%%=%E0%A4%A&&&=="],
    ["no address at all", form["content-type"], "callbackUrl=garbage%20with%20spaces"],
    ["an address that is none", form["content-type"], "callbackUrl=http%3A%2F%2F%5B"],
    ["bytes", "application/octet-stream", "\u0000\u0001"],
    ["a multipart form without an end", "multipart/form-data; boundary=x", "--x\r\n"],
    ["text", "text/plain", "csrfToken=a"],
  ];

  it.each(paths.flatMap((path) => bodies.map((body) => [path, ...body] as const)))(
    "%s: %s",
    async (path, _, type, body) => {
      const answer = await newBrowser().send(path, {
        method: "POST",
        body,
        headers: { "content-type": type },
      });
      expect(answer.status).toBeLessThan(500);
      if (answer.location) expect(new URL(answer.location).origin).toBe(origin);
    },
  );

  it("of more than 64 KiB are refused", async () => {
    const answer = await newBrowser().postForm("/api/auth/signout", {
      csrfToken: "a".repeat(70_000),
    });
    expectProblem(answer, 413, "payload-too-large");
  });

  it("as JSON sign in as forms do", async () => {
    const browser = newBrowser();
    const csrfToken = await browser.csrfToken();
    const answer = await browser.send("/api/auth/signin/memoram", {
      method: "POST",
      body: JSON.stringify({ csrfToken, callbackUrl: "/activity", json: "true" }),
      headers: { "content-type": "application/json" },
    });
    const authorize = new URL(JSON.parse(answer.text).url);
    expect((await comeBack(browser, authorize)).location).toBe(`${origin}/activity`);
  });
});

describe("the address at Memoram", () => {
  it("takes nothing from whoever asks for it", async () => {
    const browser = newBrowser();
    const csrfToken = await browser.csrfToken();
    const evil = new URLSearchParams({
      scope: "everything",
      redirect_uri: "https://evil.example",
      client_id: "other",
      response_type: "token",
      response_mode: "form_post",
      state: "mine",
      code_challenge: "mine",
      prompt: "none",
      request_uri: "https://evil.example/request",
    });
    const { location } = await browser.postForm(`/api/auth/signin/memoram?${evil}`, { csrfToken });
    const query = new URL(location ?? "").searchParams;
    expect([...query.keys()].sort()).toEqual([
      "client_id",
      "code_challenge",
      "code_challenge_method",
      "redirect_uri",
      "response_type",
      "state",
    ]);
    expect(query.get("redirect_uri")).toBe(redirectUri);
    expect(query.get("state")).not.toBe("mine");
  });

  it("is not given without the form's own token", async () => {
    for (const csrfToken of ["", "0".repeat(64)]) {
      const { location } = await newBrowser().postForm("/api/auth/signin/memoram", { csrfToken });
      expect(new URL(location ?? "").origin).toBe(origin);
    }
  });
});

/** What somebody might put there to be sent to a place of theirs; never is anyone. */
const elsewhere = [
  "https://evil.example",
  "https://evil.example/memories",
  "http://evil.example:3000/",
  "//evil.example",
  "//evil.example/%2e%2e",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/.//evil.example",
  "/./\\evil.example",
  "/x/..//evil.example",
  "/%2e%2e//evil.example",
  "http://localhost:3000//evil.example",
  "http://localhost:3000/\\evil.example",
  "http://localhost:3000@evil.example",
  "http://localhost:3000:x@evil.example/",
  "http://user:pass@localhost:3000//evil.example",
  "http://localhost:3000.evil.example",
  "http://localhost:30001/",
  "http://localhost/",
  "https://localhost:3000/",
  "http://127.0.0.1:3000/",
  "http:evil.example",
  "https:evil.example",
  "https:/evil.example",
  "javascript:alert(document.cookie)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:http://localhost:3000//evil.example",
  "file:///etc/passwd",
  "vbscript:x",
  "%2F%2Fevil.example",
  "/x\r\nSet-Cookie: next-auth.session-token=evil",
  "/x%0d%0aSet-Cookie:evil=1",
  "http://[",
  "garbage with spaces",
  "/€/ü",
  "\u2028//evil.example",
  "/\u0000//evil.example",
  "a".repeat(10_000),
];

function expectHere(answer: Answer) {
  expect(answer.status).toBe(302);
  const raw = answer.headers.get("location") ?? "";
  const url = new URL(raw, origin);
  expect(url.origin).toBe(origin);
  expect(url.username + url.password).toBe("");
  expect(url.pathname).not.toMatch(/^\/[/\\]/);
  expect(raw).not.toMatch(/[\r\n]/);
  expect(answer.headers.getSetCookie().join()).not.toMatch(/=evil|evil=/);
  // A page that reads the path again, as one with `next` does, stays here too.
  const next = url.searchParams.get("next");
  if (next !== null) expect(new URL(next, origin).origin).toBe(origin);
}

describe("where the person was going", () => {
  it.each(elsewhere.map((each) => [each.slice(0, 60), each]))(
    "never leads away: %j",
    async (_, callbackUrl) => {
      const browser = newBrowser();
      const answer = await comeBack(browser, await browser.begin("memoram", callbackUrl));
      expectHere(answer);
      expect(browser.cookies.has("next-auth.session-token")).toBe(true);
      const csrfToken = await browser.csrfToken();
      expectHere(await browser.postForm("/api/auth/signout", { csrfToken, callbackUrl }));
    },
  );

  it.each(elsewhere.filter((each) => each.length < 100).slice(0, 45))(
    "never leads away from the callback's own query or the cookie: %j",
    async (callbackUrl) => {
      const browser = newBrowser();
      const authorize = await browser.begin();
      const encoded = encodeURIComponent(callbackUrl);
      browser.cookies.set("next-auth.callback-url", { value: encoded, attributes: {} });
      expectHere(await comeBack(browser, authorize, `&callbackUrl=${encoded}`));
      const signIn = await newBrowser().send(`/api/auth/signin?callbackUrl=${encoded}`);
      expectHere(signIn);
    },
  );

  const noAddresses = [
    "{",
    "%E0%A4%A",
    "javascript:alert(1)",
    "http://[",
    "%00",
    "a".repeat(5_000),
  ];
  it.each(noAddresses.map((each) => [each.slice(0, 60), each]))(
    "a cookie that is no address, %j, stops nobody",
    async (_, value) => {
      const browser = newBrowser();
      browser.cookies.set("next-auth.callback-url", { value, attributes: {} });
      for (const path of ["session", "csrf", "providers"]) {
        expect((await browser.send(`/api/auth/${path}`)).status).toBe(200);
      }
      const authorize = await browser.begin("memoram", "/activity");
      expect((await comeBack(browser, authorize)).location).toBe(`${origin}/activity`);
      for (const name of browser.cookies.keys()) {
        expect(name).toMatch(/^next-auth\.(csrf-token|callback-url|session-token)$/);
      }
    },
  );

  it.each([
    ["/memories?tags=a%2Cb&q=tea%20%26%20cake#last", undefined],
    ["/memories/cm8r8ny2i001mm24853tqfd62", undefined],
    ["http://localhost:3000/settings", "/settings"],
    ["HTTP://LOCALHOST:3000/settings", "/settings"],
    ["/connect", "/memories"],
    ["/connect?next=/x", "/memories"],
    ["/signin", "/memories"],
    ["/signin?error=denied", "/memories"],
    ["/", "/memories"],
    ["/api/connection", "/memories"],
    ["/api/auth/signout", "/memories"],
  ])("%s is kept, or goes on to %s", async (callbackUrl, path = callbackUrl) => {
    const browser = newBrowser();
    const answer = await comeBack(browser, await browser.begin("memoram", callbackUrl));
    expect(answer.location).toBe(origin + path);
  });

  it.each<[string, Record<string, string>]>([
    ["Host", { host: "evil.example" }],
    ["X-Forwarded-Host", { "x-forwarded-host": "evil.example" }],
    ["X-Forwarded-Proto", { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }],
    ["Forwarded", { forwarded: "host=evil.example;proto=https" }],
    ["X-Original-Host", { "x-original-host": "evil.example", "x-host": "evil.example" }],
  ])("a forged %s moves nothing", async (_, headers) => {
    process.env.AUTH_TRUST_HOST = "true";
    process.env.VERCEL = "1";
    try {
      const browser = newBrowser();
      const csrfToken = JSON.parse(
        (await browser.send("/api/auth/csrf", { headers })).text,
      ).csrfToken;
      const { location } = await browser.postForm(
        "/api/auth/signin/memoram",
        { csrfToken, callbackUrl: "https://evil.example/x" },
        headers,
      );
      const authorize = new URL(location ?? "");
      expect(authorize.searchParams.get("redirect_uri")).toBe(redirectUri);
      const code = await sandbox.control.authorize({
        personId: approvedId,
        redirectUri,
        codeChallenge: authorize.searchParams.get("code_challenge") ?? "",
      });
      const state = authorize.searchParams.get("state");
      const back = `/api/auth/callback/memoram?code=${code}&state=${state}`;
      expectHere(await browser.send(back, { headers }));
      expectHere(await browser.send("/api/auth/signin?callbackUrl=/x", { headers }));
      expectHere(await browser.send("/api/auth/error?error=x", { headers }));
      expectHere(await browser.postForm("/api/auth/signout", { csrfToken }, headers));
      const providers = await browser.send("/api/auth/providers", { headers });
      expect(providers.text).not.toContain("evil");
    } finally {
      delete process.env.AUTH_TRUST_HOST;
      delete process.env.VERCEL;
    }
  });
});
