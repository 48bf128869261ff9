import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { SandboxPerson } from "../control/control";
import { type RunningSandbox, startSandbox } from "../start";
import { Browser, hiddenFields } from "../testing/browser";
import { Developer } from "../testing/developer";

const callback = "http://localhost:3999/callback?from=memoram";
const second = "https://app.example/callback";
const secret = "se:cret %&+";

let sandbox: RunningSandbox;
let person: SandboxPerson;
beforeAll(async () => {
  sandbox = await startSandbox({
    redirectUris: [callback, second],
    clientSecret: secret,
    seedPeople: ["noor", "wanjiru"],
  });
  person = await new Developer(sandbox).person("wanjiru");
}, 60_000);
afterAll(() => sandbox.close());

const verifier = randomBytes(32).toString("base64url");
const codeChallenge = createHash("sha256").update(verifier).digest("base64url");

function authorizeUrl(changes: Record<string, string | null | undefined> = {}): string {
  const url = new URL(sandbox.authorizeUrl);
  const parameters: Record<string, string | null | undefined> = {
    client_id: sandbox.settings.clientId,
    redirect_uri: callback,
    response_type: "code",
    state: "a state & more",
    code_challenge: codeChallenge,
    code_challenge_method: "S256",
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "string") url.searchParams.set(name, value);
  }
  return url.href;
}

const newCode = () =>
  sandbox.control.authorize({ personId: person.id, redirectUri: callback, codeChallenge });

/** A token request; `post` puts the client's secret into the form, `basic` into the header. */
async function exchange(
  changes: Record<string, string | null>,
  client: "post" | "basic" | "none" = "post",
  headers: Record<string, string> = {},
) {
  const form = new URLSearchParams();
  const { clientId } = sandbox.settings;
  const fields: Record<string, string | null> = {
    grant_type: "authorization_code",
    redirect_uri: callback,
    code_verifier: verifier,
    ...(client === "post" ? { client_id: clientId, client_secret: secret } : {}),
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.set(name, value);
  const encode = (value: string) => encodeURIComponent(value).replaceAll("%20", "+");
  const basic = Buffer.from(`${encode(clientId)}:${encode(secret)}`).toString("base64");
  const answer = await fetch(sandbox.tokenUrl, {
    method: "POST",
    body: form,
    headers: { ...(client === "basic" ? { authorization: `Basic ${basic}` } : {}), ...headers },
  });
  const body: unknown = await answer.json();
  return { status: answer.status, headers: answer.headers, body };
}

describe("the consent page", () => {
  it("offers every person by name, under a policy that lets the form return to the app", async () => {
    const { answer, html } = await new Browser().open(authorizeUrl());
    expect(answer.status).toBe(200);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("form-action 'self' http://localhost:3999;");
    expect(policy).toContain("default-src 'none'");
    expect(html).toContain("SANDBOX");
    for (const { slug, name } of await sandbox.control.people()) {
      expect(html).toContain(`<label for="person-${slug}">${name}</label>`);
    }
    expect(html).not.toContain("<script");
  });

  it("goes back with a code and the state after Allow, and remembers the person", async () => {
    const browser = new Browser();
    const { html } = await browser.open(authorizeUrl());
    const answer = await browser.post(sandbox.authorizeUrl, {
      ...hiddenFields(html, "/oauth/authorize"),
      person: person.id,
      decision: "allow",
    });
    expect(answer.status).toBe(303);
    const target = new URL(answer.headers.get("location") ?? "");
    expect(target.href.startsWith(`${callback}&code=`)).toBe(true);
    expect(target.searchParams.get("state")).toBe("a state & more");
    const { status, body } = await exchange({ code: target.searchParams.get("code") });
    expect(status).toBe(200);
    expect(body).toMatchObject({ memory_key: person.memoryKey });
    expect((await browser.open(sandbox.dashboardUrl)).html).toContain(`<h1>${person.name}</h1>`);
  });

  it("goes back with access_denied after Deny, without a person", async () => {
    const browser = new Browser();
    const { html } = await browser.open(authorizeUrl());
    const fields = { ...hiddenFields(html, "/oauth/authorize"), decision: "deny" };
    const answer = await browser.post(sandbox.authorizeUrl, fields);
    const target = new URL(answer.headers.get("location") ?? "");
    expect(target.searchParams.get("error")).toBe("access_denied");
    expect(target.searchParams.get("state")).toBe("a state & more");
    expect(target.searchParams.has("code")).toBe(false);
  });

  it("adds no state when it was given none", async () => {
    const browser = new Browser();
    const { html } = await browser.open(authorizeUrl({ state: null, redirect_uri: second }));
    const fields = { ...hiddenFields(html, "/oauth/authorize"), decision: "deny" };
    const location = (await browser.post(sandbox.authorizeUrl, fields)).headers.get("location");
    expect(location).toMatch(/^https:\/\/app\.example\/callback\?error=access_denied/);
    expect(location).not.toContain("state");
  });

  it.each([
    { client_id: null },
    { client_id: "somebody-else" },
    { redirect_uri: null },
    { redirect_uri: "http://localhost:3999/callback" },
    { redirect_uri: `${callback}&more=1` },
    { redirect_uri: "https://evil.example/" },
    { redirect_uri: "javascript:alert(1)" },
  ])("redirects nobody when %j", async (changes) => {
    const { answer, html } = await new Browser().open(authorizeUrl(changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("location")).toBeNull();
    expect(html).not.toContain("<form");
  });

  it.each([
    [{ response_type: null }, "invalid_request"],
    [{ response_type: "token" }, "unsupported_response_type"],
    [{ code_challenge: null }, "invalid_request"],
    [{ code_challenge: "short" }, "invalid_request"],
    [{ code_challenge_method: null }, "invalid_request"],
    [{ code_challenge_method: "plain" }, "invalid_request"],
  ])("tells the application that %j is %s", async (changes, error) => {
    const { answer } = await new Browser().open(authorizeUrl(changes));
    expect(answer.status).toBe(302);
    const target = new URL(answer.headers.get("location") ?? "");
    expect(target.searchParams.get("error")).toBe(error);
    expect(target.searchParams.get("state")).toBe("a state & more");
  });

  it("refuses a parameter that comes twice", async () => {
    const { answer } = await new Browser().open(`${authorizeUrl()}&state=other`);
    expect(answer.headers.get("location")).toContain("error=invalid_request");
    const twice = await new Browser().open(
      `${authorizeUrl()}&redirect_uri=${encodeURIComponent(second)}`,
    );
    expect(twice.answer.status).toBe(400);
  });

  it("takes no form from another browser, another site, or with a changed ticket", async () => {
    const browser = new Browser();
    const { html } = await browser.open(authorizeUrl());
    const fields = {
      ...hiddenFields(html, "/oauth/authorize"),
      person: person.id,
      decision: "allow",
    };
    const stranger = new Browser();
    await stranger.open(authorizeUrl());
    const ticket = (fields as Record<string, string>).ticket ?? "";
    const answers = [
      await new Browser().post(sandbox.authorizeUrl, fields),
      await stranger.post(sandbox.authorizeUrl, fields),
      await browser.post(sandbox.authorizeUrl, fields, { "sec-fetch-site": "cross-site" }),
      await browser.post(sandbox.authorizeUrl, fields, { "sec-fetch-site": "same-site" }),
      await browser.post(sandbox.authorizeUrl, {
        ...fields,
        ticket: ticket.replace("localhost:3999", "localhost:3998"),
      }),
      await browser.post(sandbox.authorizeUrl, { person: person.id, decision: "allow" }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(answer.headers.get("location")).toBeNull();
    }
    expect((await browser.post(sandbox.authorizeUrl, fields)).status).toBe(303);
  });

  it("asks again when nobody was chosen", async () => {
    const browser = new Browser();
    const { html } = await browser.open(authorizeUrl());
    const hidden = hiddenFields(html, "/oauth/authorize");
    for (const nobody of ["", "x", "a\u0000b"]) {
      const fields = { ...hidden, decision: "allow", person: nobody };
      expect((await browser.post(sandbox.authorizeUrl, fields)).status).toBe(400);
    }
  });
});

describe("POST /oauth/token", () => {
  it.each(["post", "basic"] as const)(
    "gives tokens and the memory key (client_secret_%s)",
    async (how) => {
      const answer = await exchange({ code: await newCode() }, how);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.body).toEqual({
        access_token: expect.any(String),
        token_type: "Bearer",
        expires_in: 3600,
        refresh_token: expect.any(String),
        memory_key: person.memoryKey,
        user_id: person.id,
      });
    },
  );

  it("takes a code once", async () => {
    const code = await newCode();
    const first = await exchange({ code });
    const { refresh_token } = z.object({ refresh_token: z.string() }).parse(first.body);
    const again = await exchange({ code });
    expect(again.status).toBe(400);
    expect(again.body).toMatchObject({ error: "invalid_grant" });
    // What the first use gave is taken back.
    const refresh = { grant_type: "refresh_token", refresh_token };
    expect((await exchange(refresh)).body).toMatchObject({ error: "invalid_grant" });
  });

  it("gives tokens to one of many that bring the same code at once", async () => {
    const code = await newCode();
    const answers = await Promise.all(Array.from({ length: 6 }, () => exchange({ code })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each([
    [{ code: "unknown" }, "invalid_grant"],
    [{ code: null }, "invalid_request"],
    [{ code: "" }, "invalid_request"],
    [{ redirect_uri: second }, "invalid_grant"],
    [{ redirect_uri: null }, "invalid_request"],
    [{ code_verifier: randomBytes(32).toString("base64url") }, "invalid_grant"],
    [{ code_verifier: "short" }, "invalid_grant"],
    [{ code_verifier: null }, "invalid_request"],
    [{ grant_type: null }, "invalid_request"],
    [{ grant_type: "password" }, "unsupported_grant_type"],
  ])("refuses %j with %s", async (changes, error) => {
    const answer = await exchange({ code: await newCode(), ...changes });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) });
  });

  it("refuses a client that it does not know with 401", async () => {
    const code = await newCode();
    for (const answer of [
      await exchange({ code }, "none"),
      await exchange({ code, client_secret: "wrong" }),
      await exchange({ code, client_id: "wrong" }),
      await exchange({ code }, "none", { authorization: "Bearer x" }),
      await exchange({ code }, "none", { authorization: `Basic ${btoa("a:b")}` }),
      await exchange({ code }, "none", { authorization: `Basic ${btoa("%zz:b")}` }),
    ]) {
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ error: "invalid_client" });
      expect(answer.headers.get("www-authenticate")).toContain("Basic");
    }
    expect((await exchange({ code })).status).toBe(200);
  });

  it("refuses two proofs of the client, a repeated field and a body that is no form", async () => {
    const code = await newCode();
    expect((await exchange({ code, client_secret: secret }, "basic")).body).toMatchObject({
      error: "invalid_request",
    });
    const post = (body: string, type: string) =>
      fetch(sandbox.tokenUrl, { method: "POST", body, headers: { "content-type": type } });
    expect((await post("code=1&code=2", "application/x-www-form-urlencoded")).status).toBe(400);
    expect((await post("{}", "application/json")).status).toBe(400);
  });

  it("renews with the refresh token, which works once", async () => {
    const { body } = await exchange({ code: await newCode() });
    const { refresh_token } = z.object({ refresh_token: z.string() }).parse(body);
    const refresh = { grant_type: "refresh_token", refresh_token, redirect_uri: null };
    const renewed = await exchange(refresh);
    expect(renewed.status).toBe(200);
    expect(renewed.body).toMatchObject({ memory_key: person.memoryKey });
    expect((await exchange(refresh)).body).toMatchObject({ error: "invalid_grant" });
  });
});

describe("settings of the token answer", () => {
  it("lets a code run out, and can leave the person unnamed", async () => {
    const strict = await startSandbox({
      codeTtlSeconds: 0,
      tokenAnswerNamesUser: false,
      seedPeople: ["wanjiru"],
    });
    const send = async (code: string) => {
      const answer = await fetch(strict.tokenUrl, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "authorization_code",
          code,
          redirect_uri: strict.settings.redirectUris[0] ?? "",
          code_verifier: verifier,
          client_id: strict.settings.clientId,
          client_secret: strict.settings.clientSecret,
        }),
      });
      const body: unknown = await answer.json();
      return body;
    };
    const grant = {
      personId: person.id,
      redirectUri: strict.settings.redirectUris[0] ?? "",
      codeChallenge,
    };
    expect(await send(await strict.control.authorize(grant))).toMatchObject({
      error: "invalid_grant",
    });
    strict.settings.codeTtlSeconds = 60;
    const body = await send(await strict.control.authorize(grant));
    expect(body).toHaveProperty("memory_key");
    expect(body).not.toHaveProperty("user_id");
    await strict.close();
  }, 60_000);
});
