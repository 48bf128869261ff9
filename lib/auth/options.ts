import "server-only";
import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import { authAdapter } from "@/lib/auth/adapter";
import { furtherProviders } from "@/lib/auth/further-providers";
import { memoramProvider } from "@/lib/auth/memoram-provider";
import { ownPath } from "@/lib/auth/own-path";
import type { SignInAttempt } from "@/lib/auth/sign-in-attempt";
import { findAccountId } from "@/lib/db/accounts";
import { env } from "@/lib/env";
import { causeOf, log } from "@/lib/log";

const SESSION_SECONDS = 30 * 24 * 60 * 60;

const errorOf = (metadata: unknown): unknown =>
  metadata instanceof Error || typeof metadata !== "object" || metadata === null
    ? metadata
    : Reflect.get(metadata, "error");

/** next-auth's settings for one request; what the request learns is noted in `attempt`. */
export function authOptions(
  attempt: SignInAttempt,
  cookies: AuthOptions["cookies"] = {},
): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    cookies,
    adapter: authAdapter(attempt),
    providers: [memoramProvider(attempt), ...furtherProviders()],
    session: {
      strategy: "database",
      maxAge: SESSION_SECONDS,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    pages: { signIn: "/signin", error: "/signin", signOut: "/settings" },
    callbacks: {
      // next-auth's own rule follows `//elsewhere`.
      redirect: ({ url }) => env().NEXTAUTH_URL + (ownPath(url) ?? ""),
      // A person has one account with a provider: signing in with another must not join the two.
      async signIn({ account }) {
        if (!attempt.currentUserId || !account) return true;
        const linked = await findAccountId(attempt.currentUserId, account.provider);
        if (linked === null || linked === account.providerAccountId) return true;
        attempt.failure = "account-linked-elsewhere";
        return false;
      },
    },
    events: {
      signIn({ user }) {
        attempt.userId = attempt.linkedUserId ?? user.id;
      },
    },
    // Codes and classes only: next-auth's own logger prints what providers answered.
    logger: {
      error: (code, metadata) =>
        log.warn("sign-in failed", { code, cause: causeOf(errorOf(metadata)) }),
      warn: (code) => log.warn("next-auth", { code }),
      debug: () => {},
    },
  };
}
