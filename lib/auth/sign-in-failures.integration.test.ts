import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { db } from "@/lib/db/client";
import { type Answer, Browser, consent } from "@/scripts/test/browserless-sign-in";
import { connectionApi } from "@/scripts/test/connection-api";
import { emptyDatabase, origin, startHarness } from "@/scripts/test/harness";
import type { Fault } from "../../sandbox/control/faults";

/** Everything that is logged, at every level: see the last test. */
const logged = vi.hoisted(() => [] as string[]);
vi.mock("pino", () => {
  const level = (name: string) => (fields: object, message: string) => {
    logged.push(JSON.stringify({ level: name, message, ...fields }));
  };
  return {
    default: () => ({
      debug: level("debug"),
      info: level("info"),
      warn: level("warn"),
      error: level("error"),
    }),
  };
});

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
});

const newBrowser = () => new Browser(authRoute, origin);
const callback = "/api/auth/callback/memoram";

/** A sign-in that came as far as the way back: the browser holds the checks, the path the code. */
async function onTheWayBack(slug = "tomas") {
  const browser = newBrowser();
  const path = await consent(sandbox, await browser.begin(), slug);
  return { browser, path };
}

/** A failed sign-in: a page of ours that names the reason, and no session. */
async function expectFailure(browser: Browser, answer: Answer, error: string) {
  expect([answer.status, answer.location]).toEqual([302, `${origin}/signin?error=${error}`]);
  expect(answer.text).toBe("");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  expect(answer.headers.getSetCookie().join()).not.toContain("session-token=");
  for (const name of browser.cookies.keys()) expect(name).not.toMatch(/session|state|pkce/);
  expect(await db().session.count()).toBe(0);
  expect((await connectionApi(browser).look()).status).toBe(401);
}

describe("Memoram says no", () => {
  it("because the person denied: nothing is exchanged", async () => {
    const browser = newBrowser();
    const answer = await browser.signIn(sandbox, "tomas", { decision: "deny" });
    await expectFailure(browser, answer, "denied");
    expect(sandbox.control.calls().some(({ path }) => path.endsWith("/token"))).toBe(false);
    expect((await browser.signIn(sandbox, "tomas")).location).toContain("/connect");
  });

  it.each([
    ["access_denied", "denied"],
    ["temporarily_unavailable", "memoram-unavailable"],
    ["server_error", "memoram-unavailable"],
    ["invalid_request", "failed"],
    ["unauthorized_client", "failed"],
    ["unsupported_response_type", "failed"],
    ["invalid_scope", "failed"],
    ["", "failed"],
    ["<script>alert(1)</script>", "failed"],
    ["x\r\nset-cookie: a=b", "failed"],
    ["€", "failed"],
  ])("with error=%j", async (error, expected) => {
    const browser = newBrowser();
    const state = (await browser.begin()).searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error, error_description: "A sentence", state });
    await expectFailure(browser, await browser.send(`${callback}?${query}`), expected);
  });

  it("with an error and a code at once: the code is not used", async () => {
    const { browser, path } = await onTheWayBack();
    await expectFailure(browser, await browser.send(`${path}&error=access_denied`), "denied");
    expect(sandbox.control.calls().some(({ path }) => path.endsWith("/token"))).toBe(false);
  });
});

describe("the answer does not belong to this sign-in", () => {
  const exchanged = () => sandbox.control.calls().some(({ path }) => path.endsWith("/oauth/token"));

  it.each<[string, (query: URLSearchParams) => void]>([
    ["another state", (query) => query.set("state", "x".repeat(43))],
    ["the state cut short", (query) => query.set("state", (query.get("state") ?? "").slice(1))],
    ["no state", (query) => query.delete("state")],
    ["an empty state", (query) => query.set("state", "")],
    ["a state of other letters", (query) => query.set("state", "ü€")],
  ])("%s", async (_, change) => {
    const { browser, path } = await onTheWayBack();
    const url = new URL(path, origin);
    change(url.searchParams);
    await expectFailure(browser, await browser.send(url.pathname + url.search), "state-mismatch");
    expect(exchanged()).toBe(false);
  });

  it("another browser's answer: nobody is signed in as somebody else", async () => {
    const attacker = await onTheWayBack("wanjiru");
    const victim = await onTheWayBack("tomas");
    await expectFailure(victim.browser, await victim.browser.send(attacker.path), "state-mismatch");
    const fresh = newBrowser();
    await expectFailure(fresh, await fresh.send(attacker.path), "state-mismatch");
    expect(exchanged()).toBe(false);
  });

  it.each([
    ["no state cookie", "next-auth.state", null],
    ["no PKCE cookie", "next-auth.pkce.code_verifier", null],
    ["a state cookie that is no token", "next-auth.state", "abc"],
    ["a PKCE cookie that is no token", "next-auth.pkce.code_verifier", "a.b.c.d.e"],
    ["an empty state cookie", "next-auth.state", ""],
  ])("%s", async (_, name, value) => {
    const { browser, path } = await onTheWayBack();
    if (value === null) browser.cookies.delete(name);
    else browser.cookies.set(name, { value, attributes: {} });
    await expectFailure(browser, await browser.send(path), "state-mismatch");
    expect(exchanged()).toBe(false);
  });

  it("the two cookies in each other's place", async () => {
    const { browser, path } = await onTheWayBack();
    const [state, pkce] = ["next-auth.state", "next-auth.pkce.code_verifier"] as const;
    const swapped = [browser.cookies.get(pkce), browser.cookies.get(state)] as const;
    if (swapped[0]) browser.cookies.set(state, swapped[0]);
    if (swapped[1]) browser.cookies.set(pkce, swapped[1]);
    await expectFailure(browser, await browser.send(path), "state-mismatch");
  });

  it("another sign-in's PKCE cookie: Memoram refuses the code", async () => {
    const other = await onTheWayBack("wanjiru");
    const { browser, path } = await onTheWayBack("tomas");
    const name = "next-auth.pkce.code_verifier";
    const foreign = other.browser.cookies.get(name);
    if (foreign) browser.cookies.set(name, foreign);
    await expectFailure(browser, await browser.send(path), "code-rejected");
  });

  it("an earlier sign-in of the same browser, when a later one has begun", async () => {
    const { browser, path } = await onTheWayBack();
    await browser.begin();
    await expectFailure(browser, await browser.send(path), "state-mismatch");
  });

  it("an answer without a code: Memoram is not asked", async () => {
    const { browser, path } = await onTheWayBack();
    const url = new URL(path, origin);
    url.searchParams.delete("code");
    await expectFailure(browser, await browser.send(url.pathname + url.search), "failed");
    expect(exchanged()).toBe(false);
  });

  it("the bare address", async () => {
    const browser = newBrowser();
    await expectFailure(browser, await browser.send(callback), "state-mismatch");
  });
});

describe("the code", () => {
  it("opened again after it worked: refused, and the session stays", async () => {
    const { browser, path } = await onTheWayBack();
    const before = new Map(browser.cookies);
    expect((await browser.send(path)).location).toContain("/connect");
    const replay = await browser.send(path);
    expect([replay.status, replay.location]).toEqual([
      302,
      `${origin}/signin?error=state-mismatch`,
    ]);
    expect((await connectionApi(browser).look()).status).toBe(200);
    // Whoever kept the cookies of before gets no further: the code was used.
    browser.cookies.clear();
    for (const [name, cookie] of before) browser.cookies.set(name, cookie);
    const kept = await browser.send(path);
    expect([kept.status, kept.location]).toEqual([302, `${origin}/signin?error=code-rejected`]);
    expect(await db().session.count()).toBe(1);
  });

  it("of an earlier sign-in, with a later one's state", async () => {
    const { browser, path } = await onTheWayBack();
    const state = (await browser.begin()).searchParams.get("state") ?? "";
    const url = new URL(path, origin);
    url.searchParams.set("state", state);
    const answer = await browser.send(url.pathname + url.search);
    await expectFailure(browser, answer, "code-rejected");
  });
});

describe("Memoram, when the code is exchanged", () => {
  const token = "/oauth/token";
  const good = { access_token: "a", token_type: "Bearer", memory_key: "mk", user_id: "u" };
  const oauth = (status: number, error: string): Fault => ({
    status,
    body: { error, error_description: "A sentence of Memoram's that nobody should see." },
  });

  it.each<[string, Fault, string]>([
    ["cuts the connection", { reset: true }, "memoram-unavailable"],
    ["cuts its answer short", { truncate: true }, "memoram-unavailable"],
    ["answers 500", { status: 500 }, "memoram-unavailable"],
    ["answers 503 with HTML", { html: true, status: 503 }, "memoram-unavailable"],
    ["answers HTML", { html: true }, "memoram-bad-response"],
    ["answers no JSON", { status: 200, body: "ok" }, "memoram-bad-response"],
    ["answers nothing", { status: 200 }, "memoram-bad-response"],
    ["answers a list", { status: 200, body: [] }, "memoram-bad-response"],
    ["answers null", { status: 200, body: null }, "memoram-bad-response"],
    ["answers 204", { status: 204 }, "memoram-bad-response"],
    ["redirects", { status: 302, headers: { location: "/elsewhere" } }, "memoram-bad-response"],
    [
      "leaves out the memory key",
      { status: 200, body: { access_token: "a" } },
      "memoram-bad-response",
    ],
    [
      "answers an empty memory key",
      { status: 200, body: { ...good, memory_key: "" } },
      "memoram-bad-response",
    ],
    [
      "answers a number as key",
      { status: 200, body: { ...good, memory_key: 7 } },
      "memoram-bad-response",
    ],
    ["answers an error with 200", { status: 200, body: { error: "x" } }, "memoram-bad-response"],
    ["asks for a pause", { status: 429, headers: { "retry-after": "30" } }, "memoram-rate-limited"],
    ["says invalid_grant", oauth(400, "invalid_grant"), "code-rejected"],
    ["says invalid_client", oauth(401, "invalid_client"), "memoram-credentials"],
    ["says invalid_client with 400", oauth(400, "invalid_client"), "memoram-credentials"],
    ["says unauthorized_client", oauth(400, "unauthorized_client"), "memoram-credentials"],
    ["says invalid_request", oauth(400, "invalid_request"), "memoram-bad-response"],
    ["answers 401 with nothing", { status: 401 }, "memoram-credentials"],
    ["answers 404", { status: 404 }, "memoram-bad-response"],
    ["never answers", { delayMs: 20_000 }, "memoram-timeout"],
  ])("%s", async (_, fault, expected) => {
    const { browser, path } = await onTheWayBack();
    sandbox.control.fail({ path: token, fault });
    sandbox.control.clearCalls();
    await expectFailure(browser, await browser.send(path), expected);
    // A code is good for one use: the exchange is not repeated.
    expect(sandbox.control.calls().filter(({ path }) => path.endsWith(token))).toHaveLength(1);
    expect(await db().user.count()).toBe(0);
    sandbox.control.clearFaults();
    expect((await browser.signIn(sandbox, "tomas")).location).toContain("/connect");
  });

  it.each<[string, object]>([
    ["no token type", { token_type: undefined }],
    [
      "a null for everything that may be missing",
      { token_type: null, refresh_token: null, user_id: null, expires_in: null },
    ],
    ["a life in words", { expires_in: "soon" }],
    ["a life of zero", { expires_in: 0 }],
    ["a life as text", { expires_in: "3600" }],
    ["members nobody knows", { __v: 1, nested: { memory_key: "other" } }],
  ])("answers %s: that is no reason to fail", async (_, change) => {
    const { browser, path } = await onTheWayBack();
    sandbox.control.fail({ path: token, fault: { status: 200, body: { ...good, ...change } } });
    sandbox.control.fail({ path: "/access-requests", fault: { status: 500 } });
    expect((await browser.send(path)).location).toContain("/connect");
    expect((await connectionApi(browser).look()).json.status).toBe("authorized");
  });

  it("goes down right after it: signed in, with a way to ask", async () => {
    for (const fault of [
      { reset: true },
      { status: 500 },
      { status: 404 },
      { html: true },
    ] as const) {
      const { browser, path } = await onTheWayBack();
      sandbox.control.fail({ path: /access-requests/, fault });
      const answer = await browser.send(path);
      expect(answer.location).toBe(`${origin}/connect?next=%2Fmemories`);
      expect((await connectionApi(browser).look()).json.status).toBe("authorized");
      sandbox.control.clearFaults();
    }
    expect(await db().user.count()).toBe(1);
  });
});

describe("our database fails", () => {
  async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
    await db().$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "Away"`);
    try {
      return await work();
    } finally {
      await db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "${table}"`);
    }
  }

  it.each(["Account", "User", "Session", "Connection", "KnownAccessRequest", "Lease"])(
    "at the table %s",
    async (table) => {
      const { browser, path } = await onTheWayBack();
      const answer = await without(table, () => browser.send(path));
      await expectFailure(browser, answer, "failed");
      expect((await browser.signIn(sandbox, "tomas")).location).toContain("/connect");
      expect((await connectionApi(browser).look()).json.status).toBe("pending");
      expect(await db().user.count()).toBe(1);
      expect((await sandbox.control.requests()).length).toBe(1);
    },
  );

  it("while somebody signed in connects: their session stays", async () => {
    const { browser, path } = await onTheWayBack();
    await browser.send(path);
    const again = await consent(sandbox, await browser.begin(), "tomas");
    const answer = await without("Connection", () => browser.send(again));
    expect(answer.location).toBe(`${origin}/signin?error=failed`);
    expect((await connectionApi(browser).look()).status).toBe(200);
  });

  it("at a sign-out: nobody is told that they are signed out", async () => {
    const { browser, path } = await onTheWayBack();
    await browser.send(path);
    const csrfToken = await browser.csrfToken();
    const answer = await without("Session", () =>
      browser.postForm("/api/auth/signout", { csrfToken }),
    );
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.text).code).toBe("internal");
    expect((await connectionApi(browser).look()).status).toBe(200);
  });
});

describe("the log", () => {
  it("names codes and causes of failed sign-ins, and nothing that was sent", async () => {
    logged.length = 0;
    const secrets: string[] = [];
    const secret = "a-secret-in-the-answer";
    const answers: Fault[] = [
      { status: 400, body: { error: "invalid_grant", error_description: secret } },
      { status: 200, body: { access_token: secret, memory_key: "" } },
      { status: 200, body: `<html>${secret}` },
      { reset: true },
    ];
    for (const fault of answers) {
      const { browser, path } = await onTheWayBack();
      secrets.push(...new URL(path, origin).searchParams.values());
      secrets.push(...[...browser.cookies.values()].map(({ value }) => value));
      sandbox.control.fail({ path: "/oauth/token", fault });
      await browser.send(path);
      sandbox.control.clearFaults();
    }
    const { browser, path } = await onTheWayBack();
    sandbox.control.fail({ path: "/access-requests", fault: { status: 500, body: secret } });
    await browser.send(path);
    sandbox.control.clearFaults();
    await browser.send(`${callback}?error=${secret}&error_description=${secret}`);
    await browser.send(`/api/auth/signin?callbackUrl=javascript:${secret}`);
    await connectionApi(browser).paste(secret);
    const row = await db().connection.findFirstOrThrow();
    secrets.push(secret, row.memoryKey ?? "", row.userTokens ?? "");
    secrets.push(...[...browser.cookies.values()].map(({ value }) => value));
    const people = await sandbox.control.people();
    secrets.push(...people.flatMap(({ memoryKey, encryptionKey }) => [memoryKey, encryptionKey]));
    const { apiKey, clientSecret } = sandbox.settings;
    secrets.push(apiKey, clientSecret);

    expect(logged.length).toBeGreaterThanOrEqual(answers.length);
    expect(logged.join()).toContain("memoram-unavailable");
    for (const value of secrets) {
      expect(value.length).toBeGreaterThan(10);
      expect(logged.join("\n")).not.toContain(value);
    }
  });
});
