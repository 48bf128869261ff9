import "server-only";
import { appendActivity } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";

/** Keeps a session, `tokenHash` for its cookie; the person's expired ones go. */
export async function beginSession(session: {
  userId: string;
  tokenHash: string;
  expires: Date;
}): Promise<void> {
  const { userId, tokenHash, expires } = session;
  await db().$transaction(async (within) => {
    await within.session.deleteMany({ where: { userId, expires: { lte: new Date() } } });
    await within.session.create({ data: { userId, expires, sessionToken: tokenHash } });
    await appendActivity(within, userId, { kind: "sign-in" });
  });
}

/** Ends a session by what is kept of its cookie; nothing happens when there is none. */
export async function dropSession(tokenHash: string): Promise<void> {
  await db().$transaction(async (within) => {
    const [ended] = await within.$queryRaw<{ userId: string }[]>`
      DELETE FROM "Session" WHERE "sessionToken" = ${tokenHash} RETURNING "userId"`;
    if (ended) await appendActivity(within, ended.userId, { kind: "sign-out" });
  });
}
