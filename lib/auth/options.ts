import "server-only";
import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import { authAdapter } from "@/lib/auth/adapter";
import { furtherProviders } from "@/lib/auth/further-providers";
import { memoramProvider } from "@/lib/auth/memoram-provider";
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
export function authOptions(attempt: SignInAttempt): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    adapter: authAdapter(),
    providers: [memoramProvider(attempt), ...furtherProviders()],
    session: {
      strategy: "database",
      maxAge: SESSION_SECONDS,
      generateSessionToken: () => randomBytes(32).toString("base64url"),
    },
    pages: { signIn: "/signin", error: "/signin", signOut: "/settings" },
    callbacks: {
      // A person has one Memoram account here: signing in with another one must not join the two.
      async signIn({ account }) {
        if (!attempt.currentUserId || account?.provider !== "memoram") return true;
        const linked = await findAccountId(attempt.currentUserId, "memoram");
        if (linked === null || linked === account.providerAccountId) return true;
        attempt.failure = "account-linked-elsewhere";
        return false;
      },
    },
    events: {
      signIn({ user }) {
        attempt.userId = user.id;
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
