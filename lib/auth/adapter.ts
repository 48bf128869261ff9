import "server-only";
import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { hashSessionToken } from "@/lib/auth/session-token";
import type { SignInAttempt } from "@/lib/auth/sign-in-attempt";
import { linkAccount } from "@/lib/db/accounts";
import { db } from "@/lib/db/client";
import { createPerson } from "@/lib/db/people";
import { beginSession, dropSession } from "@/lib/db/sessions";

/** The columns of an account; whatever else a provider answered, tokens above all, is dropped. */
function columnsOf(account: AdapterAccount) {
  const { userId, type, provider, providerAccountId } = account;
  return { userId, type, provider, providerAccountId };
}

/** Ends a session by the value of its cookie; nothing happens when there is none. */
export async function endSession(sessionToken: string): Promise<void> {
  await dropSession(hashSessionToken(sessionToken));
}

/**
 * The Prisma adapter with changes: session tokens are stored hashed, no token of any provider is
 * stored, people and sessions come and go together with what is recorded of that, and an expired
 * session is none: next-auth asks for its end in some places only, and would link another account to
 * whoever it was. next-auth itself goes on seeing the token that is in the cookie.
 */
export function authAdapter(attempt: SignInAttempt): Adapter {
  // The adapter is typed for the client that `prisma-client-js` generates; it calls the same methods.
  const base = PrismaAdapter(db() as unknown as Parameters<typeof PrismaAdapter>[0]) as Adapter;
  return {
    ...base,
    createUser: async ({ name, email, emailVerified, image }: Omit<AdapterUser, "id">) => {
      const person = await createPerson({ name, email, emailVerified, image });
      return { ...person, email: person.email ?? "" };
    },
    linkAccount: async (account: AdapterAccount) => {
      attempt.linkedUserId = await linkAccount(columnsOf(account));
    },
    createSession: async (session) => {
      const userId = attempt.linkedUserId ?? session.userId;
      const tokenHash = hashSessionToken(session.sessionToken);
      const { browser = null, system = null } = attempt.from ?? {};
      await beginSession({ userId, tokenHash, expires: session.expires, browser, system });
      return session;
    },
    getSessionAndUser: async (sessionToken) => {
      const found = await db().session.findUnique({
        where: { sessionToken: hashSessionToken(sessionToken) },
        include: { user: true },
      });
      if (!found || found.expires <= new Date()) return null;
      const { userId, expires } = found;
      const { id, name, image, emailVerified } = found.user;
      const user = { id, name, image, emailVerified, email: found.user.email ?? "" };
      return { session: { sessionToken, userId, expires }, user };
    },
    updateSession: async ({ sessionToken, expires }) => {
      await db().session.updateMany({
        where: { sessionToken: hashSessionToken(sessionToken) },
        data: { expires },
      });
      return null;
    },
    deleteSession: endSession,
  };
}
