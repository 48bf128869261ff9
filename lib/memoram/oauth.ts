import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { jsonOf, readAnswer } from "@/lib/memoram/http";
import { isRefusal } from "@/lib/memoram/status-error";
import { type Transport, transportLimits } from "@/lib/memoram/transport";

/**
 * `memory_key` is documented [D]; the rest is RFC 6749, 5.1 [O]. What nothing here depends on is
 * no reason to refuse an answer. `user_id` is not promised [A]: where it comes, it is the stable
 * name of the person.
 */
const answerSchema = z.object({
  memory_key: z.string().min(1).max(4_096),
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().nullish().catch(null),
  refresh_token: z.string().nullish(),
  user_id: z.string().min(1).max(255).nullish(),
});

/** What a person's sign-in gave: their tokens, and the memory key that proves who they are. */
export type UserTokens = {
  memoryKey: string;
  accessToken: string;
  refreshToken: string | null;
  /** Milliseconds since 1970, or null when Memoram did not say. */
  expiresAt: number | null;
  userId: string | null;
};

/** The code was expired, used before, or made for somebody else (RFC 6749, `invalid_grant`). */
export class CodeRejectedError extends Error {
  constructor(cause: unknown) {
    super("Memoram does not accept the authorization code.", { cause });
    this.name = "CodeRejectedError";
  }
}

export type TokenClient = {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  authMethod: "client_secret_post" | "client_secret_basic";
};

/** RFC 6749, 2.3.1: id and secret are form-encoded before they are joined. */
function basic({ clientId, clientSecret }: TokenClient): string {
  const encode = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
  const pair = `${encode(clientId)}:${encode(clientSecret)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/**
 * `POST /oauth/token` with grant `authorization_code` and the PKCE verifier [O], form-encoded;
 * never repeated, since a code is good for one use.
 * @throws CodeRejectedError for `invalid_grant`; AppError memoram-credentials when our client is
 *   refused, memoram-bad-response for any other 4xx, and what `readAnswer` throws.
 */
export async function exchangeCode(
  transport: Transport,
  client: TokenClient,
  grant: { code: string; redirectUri: string; codeVerifier: string },
): Promise<UserTokens> {
  const form = new URLSearchParams({
    grant_type: "authorization_code",
    code: grant.code,
    redirect_uri: grant.redirectUri,
    code_verifier: grant.codeVerifier,
  });
  const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" };
  if (client.authMethod === "client_secret_basic") {
    headers.authorization = basic(client);
  } else {
    form.set("client_id", client.clientId);
    form.set("client_secret", client.clientSecret);
  }
  try {
    const answer = await transport(
      { method: "POST", url: client.tokenUrl, headers, body: form.toString() },
      AbortSignal.timeout(transportLimits.callMs),
    );
    const tokens = readAnswer(answer, jsonOf(answerSchema));
    return {
      memoryKey: tokens.memory_key,
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token ?? null,
      expiresAt: tokens.expires_in ? Date.now() + tokens.expires_in * 1_000 : null,
      userId: tokens.user_id ?? null,
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.oauthError === "invalid_grant") throw new CodeRejectedError(error);
    if (
      error.status === 401 ||
      ["invalid_client", "unauthorized_client"].includes(error.oauthError ?? "")
    ) {
      throw new AppError("memoram-credentials", { cause: error });
    }
    throw new AppError("memoram-bad-response", { cause: error });
  }
}
