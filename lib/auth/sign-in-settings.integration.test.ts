import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { db } from "@/lib/db/client";
import { Browser } from "@/scripts/test/browserless-sign-in";
import { connectionApi, sandboxPerson } from "@/scripts/test/connection-api";
import { emptyDatabase, startHarness } from "@/scripts/test/harness";

/** Everything that a setting can make different from the other files of tests, at once. */
const origin = "https://keepsake.example";
const redirectUri = `${origin}/api/auth/callback/memoram`;
const client = { clientId: "keep sake+1:ü", clientSecret: "s3cr+t /%:&=é" };

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness(
    {
      NEXTAUTH_URL: `${origin}/`,
      MEMORAM_SCOPE: "memories:read memories:write",
      MEMORAM_TOKEN_AUTH_METHOD: "client_secret_basic",
    },
    {
      ...client,
      redirectUris: [redirectUri],
      tokenAnswerNamesUser: false,
      seedPeople: ["tomas", "wanjiru"],
    },
  );
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
});

const newBrowser = () => new Browser(authRoute, origin);

describe("over https", () => {
  it("every cookie is for https only, under a name that browsers take from nowhere else", async () => {
    const browser = newBrowser();
    await browser.begin("memoram", "/activity");
    const seen = new Map(browser.cookies);
    expect((await browser.signIn(sandbox, "tomas")).location).toBe(
      `${origin}/connect?next=%2Factivity`,
    );
    for (const [name, cookie] of browser.cookies) seen.set(name, cookie);
    expect([...seen.keys()].sort()).toEqual([
      "__Host-next-auth.csrf-token",
      "__Secure-next-auth.callback-url",
      "__Secure-next-auth.pkce.code_verifier",
      "__Secure-next-auth.session-token",
      "__Secure-next-auth.state",
    ]);
    for (const { attributes } of seen.values()) {
      expect(attributes).toMatchObject({ secure: "", httponly: "", samesite: "Lax", path: "/" });
      expect(attributes).not.toHaveProperty("domain");
    }
  });

  it("a session cookie under the plain name is none", async () => {
    const browser = newBrowser();
    await browser.signIn(sandbox, "tomas");
    const { value = "" } = browser.cookies.get("__Secure-next-auth.session-token") ?? {};
    expect((await connectionApi(browser).look()).status).toBe(200);
    const plain = { cookie: `next-auth.session-token=${value}` };
    expect((await connectionApi(plain).look()).status).toBe(401);
  });

  it("a failed sign-in takes its cookies away, and a forged header changes no name", async () => {
    const browser = newBrowser();
    const headers = { "x-forwarded-proto": "http", "x-forwarded-host": "evil.example" };
    await browser.begin();
    const answer = await browser.send("/api/auth/callback/memoram?error=access_denied", {
      headers,
    });
    expect(answer.location).toBe(`${origin}/signin?error=denied`);
    expect([...browser.cookies.keys()].filter((name) => /state|pkce|session/.test(name))).toEqual(
      [],
    );
    for (const line of answer.headers.getSetCookie()) expect(line).toMatch(/^__Secure-.*; Secure$/);
  });

  it("a callback cookie that is no address stops nobody", async () => {
    const browser = newBrowser();
    browser.cookies.set("__Secure-next-auth.callback-url", { value: "{", attributes: {} });
    expect((await browser.signIn(sandbox, "tomas")).location).toContain("/connect");
    expect([...browser.cookies.keys()].filter((name) => name.includes("callback-url"))).toEqual([
      "__Secure-next-auth.callback-url",
    ]);
  });
});

describe("the scope", () => {
  it("is sent as it is set", async () => {
    const { searchParams } = await newBrowser().begin();
    expect(searchParams.get("scope")).toBe("memories:read memories:write");
    expect(searchParams.get("client_id")).toBe(client.clientId);
  });
});

describe("client_secret_basic", () => {
  it("sends id and secret form-encoded in the header, and none of them in the body", async () => {
    await newBrowser().signIn(sandbox, "tomas");
    const [exchange] = sandbox.control.calls().filter(({ path }) => path === "/api/v1/oauth/token");
    expect(exchange?.status).toBe(200);
    const [scheme, encoded = ""] = exchange?.headers.authorization?.split(" ") ?? [];
    expect(scheme).toBe("Basic");
    expect(Buffer.from(encoded, "base64").toString()).toBe(
      "keep+sake%2B1%3A%C3%BC:s3cr%2Bt+%2F%25%3A%26%3D%C3%A9",
    );
    expect(Object.keys(Object(exchange?.body)).sort()).toEqual([
      "code",
      "code_verifier",
      "grant_type",
      "redirect_uri",
    ]);
  });
});

describe("where the token answer names nobody", () => {
  it("a keyed hash of the memory key does: the same person is the same user", async () => {
    await newBrowser().signIn(sandbox, "tomas");
    await newBrowser().signIn(sandbox, "tomas");
    await newBrowser().signIn(sandbox, "wanjiru");
    const accounts = await db().account.findMany();
    expect(accounts).toHaveLength(2);
    expect(await db().user.count()).toBe(2);
    const { memoryKey, id } = await sandboxPerson(sandbox, "tomas");
    for (const { providerAccountId } of accounts) {
      expect(providerAccountId).toMatch(/^mk-[\w-]{43}$/);
      expect(providerAccountId).not.toContain(id);
      // Without our secret nobody can tell from a dump whose key it was.
      for (const encoding of ["hex", "base64", "base64url"] as const) {
        const hash = createHash("sha256").update(memoryKey).digest(encoding);
        expect(providerAccountId).not.toContain(hash);
      }
    }
  });
});
