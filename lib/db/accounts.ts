import "server-only";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";

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

type NewAccount = { userId: string; provider: string; providerAccountId: string; type: string };

async function createAccount(account: NewAccount): Promise<void> {
  const { userId, provider } = account;
  await inTransaction(async (within) => {
    await within.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
    const others = await within.account.count({ where: { userId, provider } });
    if (others > 0) throw new Error("This person has an account with this provider.");
    await within.account.create({ data: account });
  });
}

/**
 * Links an account to a person. A person has one account with a provider and an account one
 * person, also when several try at once. Of two first sign-ins at once, each of which has made a
 * person, the later one's is removed again: it is the person that the earlier one made.
 * @returns the id of the person who has the account.
 * @throws Error when the person has another account, or somebody who is not new wants a taken one.
 */
export async function linkAccount(account: NewAccount): Promise<string> {
  const { userId, provider, providerAccountId } = account;
  try {
    await createAccount(account);
    return userId;
  } catch (error) {
    const id = { provider, providerAccountId };
    const taken = await db().account.findUnique({ where: { provider_providerAccountId: id } });
    const isNew = { id: userId, accounts: { none: {} }, sessions: { none: {} } };
    const { count } = await db().user.deleteMany({ where: isNew });
    if (taken === null || count === 0) throw error;
    return taken.userId;
  }
}
