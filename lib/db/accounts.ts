import "server-only";
import { db } from "@/lib/db/client";

/** The person of a live session; `tokenHash` is what the database keeps of the cookie. */
export async function findSessionUser(tokenHash: string): Promise<string | null> {
  const session = await db().session.findUnique({
    where: { sessionToken: tokenHash },
    select: { userId: true, expires: true },
  });
  return session && session.expires > new Date() ? session.userId : null;
}

/** The account a person has with a provider, or null. */
export async function findAccountId(userId: string, provider: string): Promise<string | null> {
  const account = await db().account.findFirst({
    where: { userId, provider },
    select: { providerAccountId: true },
  });
  return account?.providerAccountId ?? null;
}

/** The providers a person can sign in with. */
export async function listProviders(userId: string): Promise<string[]> {
  const accounts = await db().account.findMany({ where: { userId }, select: { provider: true } });
  return accounts.map(({ provider }) => provider);
}
