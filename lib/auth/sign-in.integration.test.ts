import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { db } from "@/lib/db/client";
import { Browser, consent } from "@/scripts/test/browserless-sign-in";
import { connectionApi, letLookAgain, sandboxPerson } from "@/scripts/test/connection-api";
import { emptyDatabase, origin, redirectUri, startHarness } from "@/scripts/test/harness";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
});

const sessionCookie = "next-auth.session-token";
const newBrowser = () => new Browser(authRoute, origin);

async function approveAll() {
  for (const { id, status } of await sandbox.control.requests()) {
    if (status === "pending") await sandbox.control.decide(id, "approved");
  }
  for (const { userId } of await db().connection.findMany()) await letLookAgain(userId);
}

describe("the whole way", () => {
  it("leads to Memoram with state and PKCE, and with no scope where none is set", async () => {
    const browser = newBrowser();
    const authorize = await browser.begin();
    expect(authorize.origin + authorize.pathname).toBe(sandbox.authorizeUrl);
    const query = Object.fromEntries(authorize.searchParams);
    expect(query).toEqual({
      client_id: sandbox.settings.clientId,
      response_type: "code",
      redirect_uri: redirectUri,
      state: expect.stringMatching(/^[\w-]{43,}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    for (const name of ["next-auth.state", "next-auth.pkce.code_verifier"]) {
      expect(browser.cookies.get(name)?.attributes).toMatchObject({
        httponly: "",
        samesite: "Lax",
        path: "/",
      });
      expect(browser.cookies.get(name)?.value).not.toContain(query.state);
    }
  });

  it("lands on /connect first and, once approved, where the person was going", async () => {
    const browser = newBrowser();
    const first = await browser.signIn(sandbox, "wanjiru");
    expect([first.status, first.location]).toEqual([302, `${origin}/connect?next=%2Fmemories`]);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect((await connectionApi(browser).look()).json.status).toBe("pending");

    await approveAll();
    expect((await connectionApi(browser).memories()).json.items).toHaveLength(5);
    const again = newBrowser();
    expect((await again.signIn(sandbox, "wanjiru")).location).toBe(`${origin}/memories`);
    const third = newBrowser();
    const path = "/memories?tags=a%2Cb&q=tea#last";
    const { location } = await third.signIn(sandbox, "wanjiru", { callbackUrl: path });
    expect(location).toBe(origin + path);
    expect(await db().user.count()).toBe(1);
    expect(await db().session.count()).toBe(3);
    expect(await db().account.count()).toBe(1);
  });

  it("keeps where the person was going while they are not approved", async () => {
    const browser = newBrowser();
    const { location } = await browser.signIn(sandbox, "tomas", { callbackUrl: "/activity?a=1" });
    expect(location).toBe(`${origin}/connect?next=%2Factivity%3Fa%3D1`);
  });

  it("asks Memoram for one access request, however often one signs in", async () => {
    for (let time = 0; time < 3; time += 1) await newBrowser().signIn(sandbox, "tomas");
    expect(await sandbox.control.requests()).toHaveLength(1);
  });

  it("exchanges the code once, by POST, with the verifier and the client's secret", async () => {
    sandbox.control.clearCalls();
    await newBrowser().signIn(sandbox, "tomas");
    const exchanges = sandbox.control.calls().filter(({ path }) => path === "/api/v1/oauth/token");
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({
      method: "POST",
      query: {},
      body: {
        grant_type: "authorization_code",
        redirect_uri: redirectUri,
        client_id: sandbox.settings.clientId,
        client_secret: sandbox.settings.clientSecret,
        code_verifier: expect.stringMatching(/^[\w~.-]{43,128}$/),
      },
    });
    expect(exchanges[0]?.headers.authorization).toBeUndefined();
  });

  it("names a person by Memoram's user_id, and again as the same person", async () => {
    await newBrowser().signIn(sandbox, "tomas");
    await newBrowser().signIn(sandbox, "tomas");
    const { id } = await sandboxPerson(sandbox, "tomas");
    expect(await db().account.findMany({ omit: { createdAt: true, userId: true } })).toEqual([
      { provider: "memoram", providerAccountId: id, type: "oauth" },
    ]);
    expect(await db().user.findMany({ select: { name: true, email: true, image: true } })).toEqual([
      { name: null, email: null, image: null },
    ]);
  });

  it("keeps two people apart", async () => {
    const [one, two] = [newBrowser(), newBrowser()];
    await one.signIn(sandbox, "tomas");
    await two.signIn(sandbox, "wanjiru");
    await approveAll();
    expect((await connectionApi(one).memories()).json.items).toHaveLength(0);
    expect((await connectionApi(two).memories()).json.items).toHaveLength(5);
  });

  it("two first sign-ins at once make one person", async () => {
    const browsers = [newBrowser(), newBrowser(), newBrowser()];
    const addresses = await Promise.all(browsers.map((browser) => browser.begin()));
    const paths = await Promise.all(addresses.map((address) => consent(sandbox, address, "tomas")));
    const answers = await Promise.all(
      browsers.map((browser, index) => browser.send(paths[index] ?? "")),
    );
    for (const { location } of answers) expect(location).toContain("/connect");
    for (const browser of browsers) {
      expect((await connectionApi(browser).look()).json.status).toBe("pending");
    }
    expect(await db().account.count()).toBe(1);
    expect(await db().user.count()).toBe(1);
    expect(await sandbox.control.requests()).toHaveLength(1);
  });
});

describe("the session", () => {
  it("is a cookie that scripts cannot read, and lies hashed in the database", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    const cookie = browser.cookies.get(sessionCookie);
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
    expect(cookie?.attributes).toEqual({
      path: "/",
      expires: expect.any(String),
      httponly: "",
      samesite: "Lax",
    });
    const [session] = await db().session.findMany();
    expect(session?.sessionToken).toBe(
      createHash("sha256")
        .update(cookie?.value ?? "")
        .digest("base64url"),
    );
    const days = (Date.parse(cookie?.attributes.expires ?? "") - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
  });

  it("tells next-auth's own address a name and an end, and no id", async () => {
    const browser = newBrowser();
    expect((await browser.send("/api/auth/session")).text).toBe("{}");
    await browser.signIn(sandbox, "tomas");
    const session = JSON.parse((await browser.send("/api/auth/session")).text);
    expect(Object.keys(session).sort()).toEqual(["expires", "user"]);
    expect(Object.keys(session.user).sort()).toEqual(["email", "image", "name"]);
  });

  it("lives thirty days more each day that somebody looks, under the same cookie", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    const value = browser.cookies.get(sessionCookie)?.value;
    await db().session.updateMany({ data: { expires: new Date(Date.now() + 86_400_000) } });
    await browser.send("/api/auth/session");
    const [session] = await db().session.findMany();
    expect((session?.expires.getTime() ?? 0) - Date.now()).toBeGreaterThan(29 * 86_400_000);
    expect(browser.cookies.get(sessionCookie)?.value).toBe(value);
    expect((await connectionApi(browser).look()).status).toBe(200);
  });

  it("ends with the sign-out, in the database too, and for every tab at once", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    const elsewhere = newBrowser();
    await elsewhere.signIn(sandbox, "tomas");
    const old = browser.cookie;
    const answer = await browser.signOut();
    expect(answer.status).toBe(302);
    expect(new URL(answer.location ?? "").origin).toBe(origin);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    expect(await db().session.count()).toBe(1);
    expect((await connectionApi({ cookie: old }).look()).status).toBe(401);
    expect((await connectionApi(elsewhere).look()).status).toBe(200);
  });

  it("ends in the database also when a stray cookie lies beside it", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    browser.cookies.set(`${sessionCookie}.0`, { value: "stray", attributes: {} });
    await browser.signOut();
    expect(await db().session.count()).toBe(0);
  });

  it("does not end without the form's own token", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    await browser.postForm("/api/auth/signout", {});
    await browser.postForm("/api/auth/signout", { csrfToken: "0".repeat(64) });
    expect((await browser.send("/api/auth/signout")).status).toBe(302);
    expect(await db().session.count()).toBe(1);
    expect((await connectionApi(browser).look()).status).toBe(200);
  });

  it.each([
    ["ended", () => db().session.deleteMany()],
    ["expired", () => db().session.updateMany({ data: { expires: new Date(Date.now() - 1) } })],
  ])("that has %s opens nothing", async (_, end) => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    await end();
    for (const call of ["look", "ask", "disconnect", "memories"] as const) {
      expect((await connectionApi(browser)[call]()).status).toBe(401);
    }
    expect((await browser.send("/api/auth/session")).text).toBe("{}");
  });

  it("that has expired is replaced by the next sign-in, as the same or another person", async () => {
    for (const slug of ["tomas", "wanjiru"]) {
      const browser = newBrowser();
      await browser.signIn(sandbox, "tomas");
      await db().session.updateMany({ data: { expires: new Date(Date.now() - 1) } });
      await browser.signIn(sandbox, slug);
      expect((await connectionApi(browser).look()).status).toBe(200);
    }
    expect(await db().user.count()).toBe(2);
    expect(await db().account.groupBy({ by: "userId" })).toHaveLength(2);
  });

  it.each([
    [
      "another letter at its end",
      (value: string) => value.slice(0, -1) + (value.endsWith("A") ? "B" : "A"),
    ],
    ["one letter less", (value: string) => value.slice(1)],
    ["its hash", (value: string) => createHash("sha256").update(value).digest("base64url")],
    ["nothing", () => ""],
    ["100,000 letters", () => "a".repeat(100_000)],
    ["percent signs", () => "%E0%A4%A"],
    ["a quote", () => '\'; DROP TABLE "Session"; --'],
    ["a null character", () => "%00"],
  ])("with %s is no session", async (_, change) => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    const value = browser.cookies.get(sessionCookie)?.value ?? "";
    browser.cookies.clear();
    browser.cookies.set(sessionCookie, { value: change(value), attributes: {} });
    expect((await connectionApi(browser).look()).status).toBe(401);
    const session = await browser.send("/api/auth/session");
    expect([session.status, session.text]).toEqual([200, "{}"]);
    expect((await newBrowser().send("/api/auth/session")).status).toBe(200);
  });
});

describe("a dump of the database", () => {
  async function dump(): Promise<string> {
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
      FROM information_schema.tables WHERE table_type = 'BASE TABLE'
        AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
    expect(tables.length).toBeGreaterThanOrEqual(8);
    const parts: string[] = [];
    for (const { name } of tables) {
      const rows = await db().$queryRawUnsafe<{ row: string }[]>(
        `SELECT row_to_json(t)::text AS row FROM ${name} t`,
      );
      parts.push(name, ...rows.map(({ row }) => row));
    }
    return parts.join("\n");
  }

  it("has no key, token or cookie in it, and nothing of a memory", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "wanjiru");
    await approveAll();
    const api = connectionApi(browser);
    const list = (await api.memories()).json.items as Record<
      "title" | "summary" | "content",
      string
    >[];
    expect(list).toHaveLength(5);
    expect((await api.write("A sentence that nobody else may read.")).status).toBe(201);
    const text = await dump();

    const { memoryKey, encryptionKey } = await sandboxPerson(sandbox, "wanjiru");
    const calls = sandbox.control.calls();
    const bearer = calls.map(({ headers }) => headers.authorization?.replace("Bearer ", ""));
    const { apiKey, clientSecret } = sandbox.settings;
    const { NEXTAUTH_SECRET = "", VAULT_KEYS = "" } = process.env;
    const code = calls.find(({ path }) => path.endsWith("/oauth/token"))?.body;
    const secrets = {
      memoryKey,
      encryptionKey,
      apiKey,
      clientSecret,
      developerToken: bearer.find((token) => token?.includes(".")) ?? "",
      session: browser.cookies.get(sessionCookie)?.value ?? "",
      csrf: browser.cookies.get("next-auth.csrf-token")?.value.split(/%7C|\|/)[0] ?? "",
      code: String(Reflect.get(Object(code), "code")),
      verifier: String(Reflect.get(Object(code), "code_verifier")),
      NEXTAUTH_SECRET,
      vault: VAULT_KEYS.split(":")[1] ?? "",
      written: "A sentence that nobody else may read.",
    };
    for (const [name, secret] of Object.entries(secrets)) {
      expect(secret.length, name).toBeGreaterThan(15);
      const forms = [
        secret,
        Buffer.from(secret).toString("base64"),
        Buffer.from(secret).toString("hex"),
      ];
      for (const form of forms) expect(text.includes(form), name).toBe(false);
    }
    for (const { title, summary, content } of list) {
      for (const part of [title, summary, content]) if (part) expect(text).not.toContain(part);
    }
    expect(text).not.toMatch(/access_token|refresh_token|id_token/);
    // What was looked for is there, sealed: the search above was not of an empty house.
    const [row] = await db().connection.findMany();
    for (const sealed of [row?.memoryKey, row?.encryptionKey, row?.userTokens]) {
      expect(sealed).toMatch(/^[\w-]+(\.[\w-]*){4}$/);
      expect(text).toContain(sealed);
    }
  });

  it("has no token of a person, as Memoram answered them", async () => {
    const body = {
      access_token: "access-token-to-look-for",
      refresh_token: "refresh-token-to-look-for",
      id_token: "id-token-to-look-for",
      token_type: "Bearer",
      expires_in: 3600,
      scope: "scope-to-look-for",
      memory_key: "memory-key-to-look-for",
      user_id: "3f0c8f0e-0000-4000-8000-000000000000",
    };
    sandbox.control.fail({ path: "/oauth/token", fault: { status: 200, body } });
    await newBrowser().signIn(sandbox, "tomas");
    expect(await db().account.count()).toBe(1);
    expect(await dump()).not.toContain("to-look-for");
  });
});
