import type { Context } from "hono";

export type OAuthErrorCode =
  | "invalid_request"
  | "invalid_client"
  | "invalid_grant"
  | "unsupported_grant_type";

/** An error of the token endpoint in the words of RFC 6749 5.2. */
export class OAuthError extends Error {
  override name = "OAuthError";

  constructor(
    readonly code: OAuthErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** 401 for a client that is not known, 400 for everything else. */
export function oauthErrorResponse(c: Context, error: OAuthError): Response {
  const body = { error: error.code, error_description: error.message };
  if (error.code !== "invalid_client") return c.json(body, 400);
  c.header("WWW-Authenticate", 'Basic realm="Memoram sandbox"');
  return c.json(body, 401);
}
