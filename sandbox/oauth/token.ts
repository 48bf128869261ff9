import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { SandboxContext } from "../context";
import { sameSecret } from "../secrets";
import {
  findCode,
  forgetExpired,
  issueUserTokens,
  revokeTokensOfCode,
  spendCode,
  takeRefreshToken,
} from "../store/oauth";
import { findPerson } from "../store/people";
import { authenticateClient } from "./client";
import { OAuthError, oauthErrorResponse } from "./errors";

const life = { access: 3600, refresh: 30 * 86_400 };

/** The form of a token request; RFC 6749 3.2 allows no parameter twice and ignores empty ones. */
async function readForm(c: Context): Promise<Map<string, string>> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") {
    throw new OAuthError("invalid_request", "The body must be form-encoded.");
  }
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    if (form.has(name)) throw new OAuthError("invalid_request", `${name} is given twice.`);
    form.set(name, value);
  }
  for (const [name, value] of form) if (value === "") form.delete(name);
  return form;
}

function required(form: ReadonlyMap<string, string>, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw new OAuthError("invalid_request", `${name} is missing.`);
  return value;
}

const refusedGrant = (why: string) => new OAuthError("invalid_grant", why);

/** `POST /oauth/token`: a code, or a refresh token, for the person's tokens and memory key. */
export function tokenRoutes({ settings, database }: SandboxContext): Hono {
  async function fromCode(form: ReadonlyMap<string, string>) {
    const code = required(form, "code");
    const redirectUri = required(form, "redirect_uri");
    const verifier = required(form, "code_verifier");
    const stored = await findCode(database, code);
    if (!stored || stored.client_id !== settings.clientId) {
      throw refusedGrant("The code is not known.");
    }
    // Marked as used before anything else is looked at: a code has one attempt, right or wrong.
    if (!(await spendCode(database, stored.code_hash))) {
      await revokeTokensOfCode(database, stored.code_hash);
      throw refusedGrant("The code was used before.");
    }
    if (stored.expires_at.getTime() <= Date.now()) throw refusedGrant("The code has expired.");
    if (stored.redirect_uri !== redirectUri) {
      throw refusedGrant("redirect_uri is not the one that the code was given to.");
    }
    const wellFormed = /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier);
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (!wellFormed || !sameSecret(challenge, stored.code_challenge)) {
      throw refusedGrant("code_verifier does not fit the challenge.");
    }
    return stored;
  }

  async function fromRefreshToken(form: ReadonlyMap<string, string>) {
    const stored = await takeRefreshToken(database, required(form, "refresh_token"));
    const usable = stored && stored.expires_at.getTime() > Date.now();
    if (!usable || stored.client_id !== settings.clientId) {
      throw refusedGrant("The refresh token is not known or has expired.");
    }
    return stored;
  }

  async function answer(c: Context): Promise<Response> {
    const form = await readForm(c);
    authenticateClient(c.req.header("authorization"), form, settings);
    const grantType = required(form, "grant_type");
    if (grantType !== "authorization_code" && grantType !== "refresh_token") {
      throw new OAuthError("unsupported_grant_type", "This grant type is not supported.");
    }
    await forgetExpired(database);
    const grant =
      grantType === "authorization_code" ? await fromCode(form) : await fromRefreshToken(form);
    const person = await findPerson(database, grant.person_id);
    if (!person) throw refusedGrant("The person is gone.");
    const tokens = await issueUserTokens(
      database,
      { personId: person.id, clientId: grant.client_id, codeHash: grant.code_hash },
      life,
    );
    return c.json({
      access_token: tokens.access,
      token_type: "Bearer",
      expires_in: life.access,
      refresh_token: tokens.refresh,
      memory_key: person.memory_key,
      ...(settings.tokenAnswerNamesUser ? { user_id: person.id } : {}),
    });
  }

  return new Hono().post("/oauth/token", async (c) => {
    c.header("Cache-Control", "no-store");
    c.header("Pragma", "no-cache");
    try {
      return await answer(c);
    } catch (error) {
      if (error instanceof OAuthError) return oauthErrorResponse(c, error);
      throw error;
    }
  });
}
