import { describe, expect, it } from "vitest";
import { isAppError } from "@/lib/errors";
import { CodeRejectedError, exchangeCode, type TokenClient } from "@/lib/memoram/oauth";
import type { RawRequest } from "@/lib/memoram/transport";

const client: TokenClient = {
  tokenUrl: "https://memoram.invalid/oauth/token",
  clientId: "client",
  clientSecret: "client-secret",
  authMethod: "client_secret_post",
};
const grant = {
  code: "c+d/e",
  redirectUri: "https://keepsake.example/back?a=b",
  codeVerifier: "v",
};

async function exchange(body: unknown, status = 200) {
  const sent: RawRequest[] = [];
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const result = await exchangeCode(
    async (request) => {
      sent.push(request);
      return { status, retryAfter: undefined, text };
    },
    client,
    grant,
  ).catch((error: unknown) => error);
  return { result, sent };
}

const answer = { access_token: "access", token_type: "Bearer", memory_key: "key" };

describe("exchangeCode", () => {
  it("sends the form of RFC 6749, 4.1.3, once", async () => {
    const { sent } = await exchange(answer);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: "POST",
      url: client.tokenUrl,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toEqual({
      grant_type: "authorization_code",
      code: grant.code,
      redirect_uri: grant.redirectUri,
      code_verifier: grant.codeVerifier,
      client_id: "client",
      client_secret: "client-secret",
    });
  });

  it("reads what is promised, and null where nothing came", async () => {
    expect((await exchange(answer)).result).toEqual({
      memoryKey: "key",
      accessToken: "access",
      refreshToken: null,
      expiresAt: null,
      userId: null,
    });
  });

  it("counts the life of the tokens from now", async () => {
    const { result } = await exchange({
      ...answer,
      expires_in: "60",
      refresh_token: "r",
      user_id: "u",
    });
    expect(result).toMatchObject({ refreshToken: "r", userId: "u" });
    const { expiresAt } = Object(result);
    expect(Math.abs(expiresAt - Date.now() - 60_000)).toBeLessThan(5_000);
  });

  it.each(["soon", 0, -1, null, {}, Number.MAX_VALUE])(
    "takes a life of %j for none",
    async (life) => {
      const { result } = await exchange({ ...answer, expires_in: life });
      expect(result).toMatchObject({ memoryKey: "key" });
      const { expiresAt } = Object(result);
      expect(expiresAt === null || expiresAt > Date.now()).toBe(true);
    },
  );

  it("tells a code that is refused from a client that is", async () => {
    const refusal = async (status: number, error: string) =>
      (await exchange({ error }, status)).result;
    expect(await refusal(400, "invalid_grant")).toBeInstanceOf(CodeRejectedError);
    for (const [status, error] of [
      [401, "invalid_client"],
      [400, "invalid_client"],
      [403, "unauthorized_client"],
      [401, ""],
    ] as const) {
      expect(isAppError(await refusal(status, error), "memoram-credentials")).toBe(true);
    }
    expect(isAppError(await refusal(400, "invalid_scope"), "memoram-bad-response")).toBe(true);
  });

  it("lets nothing of an answer into an error's words", async () => {
    const secret = "a-secret-in-the-answer";
    for (const [body, status] of [
      [{ error: "invalid_grant", error_description: secret }, 400],
      [{ error: secret }, 400],
      [secret, 200],
      [{ memory_key: [secret] }, 200],
      [{ [secret]: 1 }, 200],
    ] as const) {
      const { result } = await exchange(body, status);
      expect(result).toBeInstanceOf(Error);
      for (let at = result; at instanceof Error; at = at.cause) {
        expect(at.message).not.toContain(secret);
      }
    }
  });
});
