import "server-only";
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { SignInAttempt, SignInError } from "@/lib/auth/sign-in-attempt";
import { env } from "@/lib/env";
import { isAppError } from "@/lib/errors";
import { CodeRejectedError, type UserTokens } from "@/lib/memoram/oauth";
import { memoram } from "@/lib/services/runtime";

type Profile = { id: string };

/**
 * Memoram documents no userinfo endpoint: a person's stable name is `user_id` where the token
 * answer has one, else a keyed hash of the memory key.
 */
function subjectOf({ userId, memoryKey }: UserTokens): string {
  if (userId !== null) return userId;
  const key = hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "keepsake memoram subject", 32);
  return `mk-${createHmac("sha256", Buffer.from(key)).update(memoryKey).digest("base64url")}`;
}

/** A null keeps next-auth from asking for `openid`; its types know text only. */
const scope = (configured: string | undefined) => (configured ?? null) as string;

function sameText(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function failureOf(error: unknown): SignInError {
  if (error instanceof CodeRejectedError) return "code-rejected";
  if (
    isAppError(
      error,
      "memoram-unavailable",
      "memoram-timeout",
      "memoram-bad-response",
      "memoram-credentials",
      "memoram-rate-limited",
    )
  ) {
    return error.code as SignInError;
  }
  return "failed";
}

/**
 * Memoram as a next-auth provider: authorization code with PKCE and state [O]. The code is
 * exchanged by our own client, for its limits of time and size; next-auth then leaves the check of
 * `state` to us.
 */
export function memoramProvider(attempt: SignInAttempt): OAuthConfig<Profile> {
  const settings = env();
  return {
    id: "memoram",
    name: "Memoram",
    type: "oauth",
    checks: ["pkce", "state"],
    clientId: settings.MEMORAM_CLIENT_ID,
    clientSecret: settings.MEMORAM_CLIENT_SECRET,
    authorization: {
      url: settings.MEMORAM_AUTHORIZE_URL,
      params: { scope: scope(settings.MEMORAM_SCOPE) },
    },
    token: {
      url: settings.MEMORAM_TOKEN_URL,
      async request({ provider, params, checks }) {
        if (!sameText(params.state, checks.state)) {
          attempt.failure = "state-mismatch";
          throw new Error("The state of the answer is not the one that was sent.");
        }
        if (!params.code) {
          attempt.failure = "failed";
          throw new Error("The answer has neither a code nor an error.");
        }
        try {
          attempt.tokens = await memoram().exchangeCode({
            code: params.code,
            redirectUri: provider.callbackUrl,
            codeVerifier: checks.code_verifier ?? "",
          });
        } catch (error) {
          attempt.failure = failureOf(error);
          throw error;
        }
        // next-auth is given no token: it has no use for one and could store or log it.
        return { tokens: {} };
      },
    },
    userinfo: {
      request() {
        if (!attempt.tokens) throw new Error("No tokens.");
        return { sub: subjectOf(attempt.tokens), id: subjectOf(attempt.tokens) };
      },
    },
    profile: ({ id }) => ({ id }),
  };
}
