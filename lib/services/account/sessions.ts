import "server-only";
import type { Session } from "@/lib/contract/account";
import { endSessions, listSessions } from "@/lib/db/sessions";
import { AppError } from "@/lib/errors";

/** Where a person is signed in; `currentId` is the session that asks. */
export async function listOwnSessions(userId: string, currentId: string): Promise<Session[]> {
  const rows = await listSessions(userId);
  return rows.map(({ id, createdAt, lastSeenAt, expires, browser, system }) => ({
    id,
    current: id === currentId,
    signedInAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    expiresAt: expires.toISOString(),
    browser,
    system,
  }));
}

/** Ends one of a person's sessions; its next call is refused. @throws AppError not-found. */
export async function endOwnSession(userId: string, id: string): Promise<void> {
  if ((await endSessions(userId, { id })) === 0) throw new AppError("not-found");
}

/** Ends all of a person's sessions but the one that asks. @returns how many there were. */
export function endOtherSessions(userId: string, currentId: string): Promise<number> {
  return endSessions(userId, { allBut: currentId });
}
