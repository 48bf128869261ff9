import "server-only";
import { appendActivity } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { causeOf, log } from "@/lib/log";

/** When somebody was last seen is worth one write in ten minutes, not one for every call. */
const SEEN_EVERY_MS = 10 * 60_000;

export type LiveSession = { id: string; userId: string };

/** A session by what is kept of its cookie; null when there is none or it has expired. */
export async function findSession(tokenHash: string): Promise<LiveSession | null> {
  const session = await db().session.findUnique({
    where: { sessionToken: tokenHash },
    select: { id: true, userId: true, expires: true, createdAt: true, lastSeenAt: true },
  });
  if (!session || session.expires <= new Date()) return null;
  const { id, userId, createdAt, lastSeenAt } = session;
  if (Date.now() - (lastSeenAt ?? createdAt).getTime() > SEEN_EVERY_MS) await noteSeen(id);
  return { id, userId };
}

async function noteSeen(id: string): Promise<void> {
  try {
    await db().session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } });
  } catch (error) {
    log.warn("noting when a session was seen failed", { cause: causeOf(error) });
  }
}

type NewSession = {
  userId: string;
  tokenHash: string;
  expires: Date;
  browser: string | null;
  system: string | null;
};

/** Keeps a session, `tokenHash` for its cookie; the person's expired ones go. */
export async function beginSession({ tokenHash, ...session }: NewSession): Promise<void> {
  const { userId } = session;
  await inTransaction(async (within) => {
    await within.session.deleteMany({ where: { userId, expires: { lte: new Date() } } });
    await within.session.create({ data: { ...session, sessionToken: tokenHash } });
    await appendActivity(within, userId, { kind: "sign-in" });
  });
}

/** Ends a session by what is kept of its cookie; nothing happens when there is none. */
export async function dropSession(tokenHash: string): Promise<void> {
  await inTransaction(async (within) => {
    const [ended] = await within.$queryRaw<{ userId: string }[]>`
      DELETE FROM "Session" WHERE "sessionToken" = ${tokenHash} RETURNING "userId"`;
    if (ended) await appendActivity(within, ended.userId, { kind: "sign-out" });
  });
}

/** Everything but what is kept of the cookie. */
export type SessionRow = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date | null;
  expires: Date;
  browser: string | null;
  system: string | null;
};

/** A person's sessions that have not expired, the latest begun first. */
export function listSessions(userId: string): Promise<SessionRow[]> {
  return db().session.findMany({
    where: { userId, expires: { gt: new Date() } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      expires: true,
      browser: true,
      system: true,
    },
  });
}

/**
 * Ends one of a person's sessions, or all but one.
 * @returns how many there were.
 */
export function endSessions(
  userId: string,
  which: { id: string } | { allBut: string },
): Promise<number> {
  const id = "id" in which ? which.id : { not: which.allBut };
  return inTransaction(async (within) => {
    const { count } = await within.session.deleteMany({ where: { userId, id } });
    if (count > 0) await appendActivity(within, userId, { kind: "session-ended", count });
    return count;
  });
}
