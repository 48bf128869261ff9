import { decodeJwt, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type RunningSandbox, startSandbox } from "../start";
import { Developer } from "../testing/developer";

let sandbox: RunningSandbox;
let developer: Developer;
beforeAll(async () => {
  sandbox = await startSandbox({ tokenTtlSeconds: 600, seedPeople: [] });
  developer = new Developer(sandbox);
}, 60_000);
afterAll(() => sandbox.close());

const answerShape = z.strictObject({
  token: z.string(),
  expires_at: z.iso.datetime(),
  token_type: z.literal("Bearer"),
});

function exchange(body: unknown) {
  return developer.call("POST", "/auth/token", { token: null, body });
}

function secondsLeft(body: unknown): number {
  return (Date.parse(answerShape.parse(body).expires_at) - Date.now()) / 1000;
}

describe("POST /auth/token", () => {
  it("gives a token that the API accepts", async () => {
    const answer = await exchange({ api_key: sandbox.settings.apiKey });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { token, expires_at } = answerShape.parse(answer.body);
    expect((decodeJwt(token).exp ?? 0) * 1000).toBe(Date.parse(expires_at));
    expect((await developer.call("GET", "/access-requests", { token })).status).toBe(200);
  });

  it("takes expires_in for a shorter life, never for a longer one", async () => {
    const api_key = sandbox.settings.apiKey;
    expect(secondsLeft((await exchange({ api_key, expires_in: 60 })).body)).toBeLessThanOrEqual(60);
    const long = secondsLeft((await exchange({ api_key, expires_in: 86_400 })).body);
    expect(long).toBeGreaterThan(590);
    expect(long).toBeLessThanOrEqual(600);
  });

  it("refuses an unknown key with 401", async () => {
    const answer = await exchange({ api_key: `${sandbox.settings.apiKey}0` });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: "Unauthorized" });
  });

  it.each([
    {},
    { api_key: 1 },
    { api_key: "" },
    { api_key: "x", expires_in: "60" },
    { api_key: "x", expires_in: 0 },
    { api_key: "x", expires_in: 1.5 },
    { api_key: "x", scope: "all" },
    [],
    null,
  ])("refuses the body %j with 400", async (body) => {
    expect((await exchange(body)).status).toBe(400);
  });

  it("refuses what is not JSON", async () => {
    const url = `${sandbox.apiUrl}/auth/token`;
    const json = { "content-type": "application/json" };
    expect((await fetch(url, { method: "POST", headers: json, body: "{" })).status).toBe(400);
    expect(
      (await fetch(url, { method: "POST", body: new URLSearchParams("api_key=x") })).status,
    ).toBe(415);
  });
});

describe("the developer token", () => {
  const paths = [
    ["GET", "/access-requests"],
    ["POST", "/access-requests"],
    ["GET", "/access-requests/x"],
    ["GET", "/access-requests/x/credentials"],
    ["GET", "/memory-blobs"],
    ["POST", "/memory-blobs"],
    ["GET", "/memory-blobs/x"],
    ["PATCH", "/memory-blobs/x"],
    ["DELETE", "/memory-blobs/x"],
    ["GET", "/tags"],
    ["GET", "/tags/x"],
  ] as const;

  it.each(paths)("is needed for %s %s, before anything else is looked at", async (method, path) => {
    for (const token of [null, "nonsense", "a.b.c"]) {
      const answer = await developer.call(method, path, { token });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    }
  });

  it("must be signed by this sandbox, unchanged", async () => {
    const token = await developer.token();
    const forged = await new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: "HS256" })
      .sign(new Uint8Array(32));
    const unsigned = `${btoa('{"alg":"none"}').replaceAll("=", "")}.${token.split(".")[1]}.`;
    for (const wrong of [forged, unsigned]) {
      const answer = await developer.call("GET", "/access-requests", { token: wrong });
      expect(answer.status).toBe(401);
    }
  });

  it("ends with its life", async () => {
    // Counted in whole seconds, so this is two at least: a busy machine takes one for a call.
    const { body } = await exchange({ api_key: sandbox.settings.apiKey, expires_in: 3 });
    const { token } = answerShape.parse(body);
    expect((await developer.call("GET", "/access-requests", { token })).status).toBe(200);
    await expect
      .poll(async () => (await developer.call("GET", "/access-requests", { token })).status, {
        timeout: 8_000,
        interval: 200,
      })
      .toBe(401);
  });

  it("is refused once all were expired, and a new one is not", async () => {
    const token = await developer.token();
    await sandbox.control.expireTokens();
    expect((await developer.call("GET", "/access-requests", { token })).status).toBe(401);
    const fresh = await developer.token();
    expect((await developer.call("GET", "/access-requests", { token: fresh })).status).toBe(200);
  });
});

describe("an address that the API does not have", () => {
  it("answers 404 as JSON", async () => {
    for (const [method, path] of [
      ["GET", "/users"],
      ["POST", "/tags"],
      ["PUT", "/memory-blobs/x"],
      ["GET", "/memory-blobs/%00"],
    ] as const) {
      expect((await developer.call(method, path)).status).toBe(404);
    }
  });
});
