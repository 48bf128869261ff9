import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as authRoute from "@/app/api/auth/[...nextauth]/route";
import { linkAccount } from "@/lib/db/accounts";
import { db } from "@/lib/db/client";
import { Browser } from "@/scripts/test/browserless-sign-in";
import { connectionApi, sandboxPerson } from "@/scripts/test/connection-api";
import { emptyDatabase, origin, startHarness } from "@/scripts/test/harness";

/** GitHub as next-auth knows it, at an address of this test's own. */
const github = vi.hoisted(() => ({ origin: "", profile: {} as Record<string, unknown> }));
vi.mock("next-auth/providers/github", () => ({
  default: (options: object) => ({
    id: "github",
    name: "GitHub",
    type: "oauth",
    authorization: `${github.origin}/authorize`,
    token: `${github.origin}/token`,
    userinfo: `${github.origin}/user`,
    profile: ({ id, name, email, avatar_url: image }: Record<string, unknown>) => {
      if (typeof id !== "number") throw new TypeError("The profile has no id.");
      return { id: String(id), name, email, image };
    },
    options,
  }),
}));

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const token = { access_token: "gho_secret", token_type: "bearer", scope: "read:user" };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.url === "/token" ? token : github.profile));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (typeof address === "object") github.origin = `http://localhost:${address?.port}`;
  const settings = { GITHUB_ID: "github-id", GITHUB_SECRET: "github-secret" };
  sandbox = await startHarness(settings, { seedPeople: ["tomas", "wanjiru"] });
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await sandbox.close();
});
beforeEach(async () => {
  await sandbox.control.reset();
  await emptyDatabase();
  github.profile = { id: 1, name: "Ada", email: "ada@example.org", avatar_url: null };
});

const newBrowser = () => new Browser(authRoute, origin);

async function signInWithGithub(browser: Browser) {
  const authorize = await browser.begin("github");
  const state = authorize.searchParams.get("state");
  return browser.send(`/api/auth/callback/github?code=c&state=${state}`);
}

const accounts = async () =>
  (await db().account.findMany({ orderBy: [{ userId: "asc" }, { provider: "asc" }] })).map(
    ({ userId, provider }) => ({ userId, provider }),
  );

const linkedElsewhere = `${origin}/signin?error=account-linked-elsewhere`;

describe("signed in as one person, signing in with another's Memoram account", () => {
  it("that Keepsake knows: neither gets anything of the other's", async () => {
    const [a, b] = [newBrowser(), newBrowser()];
    await a.signIn(sandbox, "tomas");
    await b.signIn(sandbox, "wanjiru");
    const before = [await db().account.findMany(), await db().connection.findMany()];
    const answer = await a.signIn(sandbox, "wanjiru");
    expect([answer.status, answer.location]).toEqual([302, linkedElsewhere]);
    expect([await db().account.findMany(), await db().connection.findMany()]).toEqual(before);
    expect(await db().session.count()).toBe(2);
    expect((await connectionApi(a).look()).status).toBe(200);
  });

  it("that Keepsake does not know: it is joined to nobody", async () => {
    const a = newBrowser();
    await a.signIn(sandbox, "tomas");
    const before = [await db().account.findMany(), await db().connection.findMany()];
    const answer = await a.signIn(sandbox, "wanjiru");
    expect([answer.status, answer.location]).toEqual([302, linkedElsewhere]);
    expect([await db().account.findMany(), await db().connection.findMany()]).toEqual(before);
    expect(await db().user.count()).toBe(1);
    // Signed out first, it is a person of its own.
    await a.signOut();
    expect((await a.signIn(sandbox, "wanjiru")).location).toContain("/connect");
    expect(await db().user.count()).toBe(2);
  });

  it("with an expired session: it is joined to nobody", async () => {
    const a = newBrowser();
    await a.signIn(sandbox, "tomas");
    await db().session.updateMany({ data: { expires: new Date(Date.now() - 1_000) } });
    expect((await a.signIn(sandbox, "wanjiru")).location).toContain("/connect");
    expect((await accounts()).map(({ userId }) => userId).length).toBe(2);
    expect(new Set((await accounts()).map(({ userId }) => userId)).size).toBe(2);
  });

  it("with the session in a cookie's part, where only next-auth looks: joined to nobody", async () => {
    const a = newBrowser();
    await a.signIn(sandbox, "tomas");
    const cookie = a.cookies.get("next-auth.session-token");
    a.cookies.delete("next-auth.session-token");
    if (cookie) a.cookies.set("next-auth.session-token.0", cookie);
    const answer = await a.signIn(sandbox, "wanjiru");
    expect(answer.location).toContain("/signin?error=");
    expect(await accounts()).toHaveLength(1);
  });

  it("one's own again: the same person, the same session", async () => {
    const a = newBrowser();
    await a.signIn(sandbox, "tomas");
    expect((await a.signIn(sandbox, "tomas")).location).toContain("/connect");
    expect([await db().user.count(), await db().session.count()]).toEqual([1, 1]);
  });
});

describe("linking, at once", () => {
  const account = (userId: string, providerAccountId: string) => ({
    userId,
    provider: "memoram",
    providerAccountId,
    type: "oauth",
  });

  it("three Memoram accounts to one person: one is linked", async () => {
    const { id } = await db().user.create({ data: {} });
    const expires = new Date(Date.now() + 60_000);
    await db().session.create({ data: { userId: id, sessionToken: "x", expires } });
    const link = (name: string) => linkAccount(account(id, name));
    const results = await Promise.allSettled(["one", "two", "three"].map(link));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await accounts()).toHaveLength(1);
    expect(await db().user.count()).toBe(1);
  });

  it("one account to three people who were just made for it: they are one", async () => {
    const users = await Promise.all([1, 2, 3].map(() => db().user.create({ data: {} })));
    const owners = await Promise.all(users.map(({ id }) => linkAccount(account(id, "same"))));
    expect(new Set(owners).size).toBe(1);
    expect(await db().user.findMany({ select: { id: true } })).toEqual([{ id: owners[0] }]);
  });

  it("an account that is taken to somebody who is not new: refused", async () => {
    await newBrowser().signIn(sandbox, "tomas");
    const browser = newBrowser();
    await signInWithGithub(browser);
    const github = await db().account.findFirstOrThrow({ where: { provider: "github" } });
    const { id } = await sandboxPerson(sandbox, "tomas");
    await expect(linkAccount(account(github.userId, id))).rejects.toThrow();
    expect(await accounts()).toHaveLength(2);
  });
});

describe("GitHub", () => {
  it("signs in, keeps no token, and connects Memoram by linking it", async () => {
    const browser = newBrowser();
    const answer = await signInWithGithub(browser);
    expect(answer.location).toBe(`${origin}/connect?next=%2Fmemories`);
    expect((await connectionApi(browser).look()).json.status).toBe("none");
    expect(JSON.stringify(await db().account.findMany())).not.toContain("gho_");

    expect((await browser.signIn(sandbox, "tomas")).location).toContain("/connect");
    expect((await connectionApi(browser).look()).json.status).toBe("pending");
    expect((await accounts()).map(({ provider }) => provider)).toEqual(["github", "memoram"]);
    expect(await db().user.count()).toBe(1);

    // Either way leads to the same person now.
    const elsewhere = newBrowser();
    await elsewhere.signIn(sandbox, "tomas");
    expect((await connectionApi(elsewhere).look()).json.status).toBe("pending");
    expect(await db().user.count()).toBe(1);
  });

  it("asks with state and PKCE", async () => {
    const query = (await newBrowser().begin("github")).searchParams;
    expect(query.get("state")).toMatch(/^[\w-]{43}$/);
    expect(query.get("code_challenge_method")).toBe("S256");
  });

  it("with the e-mail of somebody who came another way links nobody", async () => {
    const user = await db().user.create({ data: { email: "ada@example.org" } });
    await db().account.create({
      data: { userId: user.id, provider: "google", providerAccountId: "g", type: "oauth" },
    });
    const browser = newBrowser();
    expect((await signInWithGithub(browser)).location).toBe(linkedElsewhere);
    expect(await accounts()).toEqual([{ userId: user.id, provider: "google" }]);
    expect(await db().session.count()).toBe(0);
    expect((await connectionApi(browser).look()).status).toBe(401);
  });

  it("with the same e-mail in capitals links nobody either", async () => {
    await db().user.create({ data: { email: "ada@example.org" } });
    github.profile.email = "ADA@Example.org";
    expect((await signInWithGithub(newBrowser())).location).toBe(linkedElsewhere);
    expect(await accounts()).toEqual([]);
  });

  it("cannot take over somebody else's Memoram account", async () => {
    await newBrowser().signIn(sandbox, "tomas");
    const browser = newBrowser();
    await signInWithGithub(browser);
    expect((await browser.signIn(sandbox, "tomas")).location).toBe(linkedElsewhere);
    expect((await connectionApi(browser).look()).json.status).toBe("none");
    expect(new Set((await accounts()).map(({ userId }) => userId)).size).toBe(2);
  });

  it("does not answer for Memoram: a state made for the one is none for the other", async () => {
    const browser = newBrowser();
    const state = (await browser.begin("github")).searchParams.get("state");
    const answer = await browser.send(`/api/auth/callback/memoram?code=c&state=${state}`);
    expect(answer.location).toBe(`${origin}/signin?error=state-mismatch`);
  });

  it("without an e-mail signs in two people, not one", async () => {
    github.profile = { id: 1, name: null, email: null };
    await signInWithGithub(newBrowser());
    github.profile = { id: 2, name: null, email: null };
    await signInWithGithub(newBrowser());
    expect(await db().user.count()).toBe(2);
  });

  it("that cannot be understood ends on a page of ours", async () => {
    github.profile = {};
    const answer = await signInWithGithub(newBrowser());
    expect([answer.status, answer.location]).toEqual([
      302,
      expect.stringContaining("/signin?error="),
    ]);
  });
});

describe("a pasted key", () => {
  it("is no way to sign in as its owner", async () => {
    const owner = newBrowser();
    await owner.signIn(sandbox, "wanjiru");
    const stranger = newBrowser();
    await signInWithGithub(stranger);
    const { memoryKey } = await sandboxPerson(sandbox, "wanjiru");
    await connectionApi(stranger).paste(memoryKey);
    expect((await accounts()).map(({ provider }) => provider).sort()).toEqual([
      "github",
      "memoram",
    ]);
    // Whoever then proves that the key is theirs is the owner, not the stranger.
    const elsewhere = newBrowser();
    await elsewhere.signIn(sandbox, "wanjiru");
    const [mine, theirs] = [
      (await connectionApi(owner).look()).json.requestId,
      (await connectionApi(elsewhere).look()).json.requestId,
    ];
    expect(mine).toBe(theirs);
  });
});
