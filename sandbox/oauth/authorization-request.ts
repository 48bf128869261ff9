import type { SandboxSettings } from "../settings";

/** What the consent page needs to know of an authorization request that is in order. */
export interface AuthorizationRequest {
  redirectUri: string;
  state: string | null;
  codeChallenge: string;
}

/**
 * - `refused`: client or redirect address are wrong. Nobody is redirected (RFC 6749 4.1.2.1).
 * - `redirect`: the application is told what is wrong with the rest.
 */
export type AuthorizationOutcome =
  | { kind: "ok"; request: AuthorizationRequest }
  | { kind: "refused"; reason: string }
  | { kind: "redirect"; to: string };

/** The redirect address with these parameters added to whatever query it has. */
export function redirectTo(redirectUri: string, parameters: Record<string, string | null>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}

/** Checks the query of `GET /oauth/authorize`: RFC 6749 4.1.1 with PKCE (RFC 7636), S256 only. */
export function checkAuthorizationRequest(
  query: URLSearchParams,
  settings: Pick<SandboxSettings, "clientId" | "redirectUris">,
): AuthorizationOutcome {
  const refused = (reason: string) => ({ kind: "refused" as const, reason });
  for (const name of ["client_id", "redirect_uri"]) {
    if (query.getAll(name).length !== 1) return refused(`${name} must be given exactly once.`);
  }
  if (query.get("client_id") !== settings.clientId) {
    return refused("No application is registered under this client_id.");
  }
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!settings.redirectUris.includes(redirectUri)) {
    return refused("This redirect_uri is not one that the application has registered.");
  }

  const state = query.get("state");
  const problem = (error: string, description: string) => ({
    kind: "redirect" as const,
    to: redirectTo(redirectUri, { error, error_description: description, state }),
  });
  for (const name of new Set(query.keys())) {
    if (query.getAll(name).length > 1) return problem("invalid_request", `${name} is given twice.`);
  }
  const responseType = query.get("response_type");
  if (!responseType) return problem("invalid_request", "response_type is missing.");
  if (responseType !== "code") {
    return problem("unsupported_response_type", "response_type must be code.");
  }
  const codeChallenge = query.get("code_challenge") ?? "";
  if (query.get("code_challenge_method") !== "S256") {
    return problem("invalid_request", "code_challenge_method must be S256.");
  }
  if (!/^[A-Za-z0-9\-_]{43}$/.test(codeChallenge)) {
    return problem("invalid_request", "code_challenge must be a SHA-256 in base64url.");
  }
  return { kind: "ok", request: { redirectUri, state, codeChallenge } };
}
