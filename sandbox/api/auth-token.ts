import { Hono } from "hono";
import { z } from "zod";
import type { SandboxContext } from "../context";
import { sameSecret } from "../secrets";
import { ApiError } from "./errors";
import { noQuery, readJson, readQuery, requiredText } from "./input";

const request = z.strictObject({
  api_key: requiredText,
  expires_in: z.int().positive().optional(),
});

/** `POST /auth/token`: the developer's API key for a short-lived JWT. */
export function authTokenRoutes({ settings, tokens }: SandboxContext): Hono {
  return new Hono().post("/auth/token", async (c) => {
    readQuery(c, noQuery);
    const body = await readJson(c, request);
    if (!sameSecret(body.api_key, settings.apiKey)) {
      throw new ApiError(401, "The API key is not known.");
    }
    // "The server may override" the life asked for: it can be shorter than ours, never longer.
    const life = Math.min(body.expires_in ?? settings.tokenTtlSeconds, settings.tokenTtlSeconds);
    const { token, expiresAt } = await tokens.issue(life);
    c.header("Cache-Control", "no-store");
    return c.json({ token, expires_at: expiresAt.toISOString(), token_type: "Bearer" });
  });
}
