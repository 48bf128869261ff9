import "server-only";
import type { ChainedRow } from "@/lib/db/activity/chain";
import { db } from "@/lib/db/client";

export type StoredRow = ChainedRow & { hash: string };
export type StoredHead = { seq: number; hash: string; at: Date; seal: string };
export type ChainOwner = { id: string; createdAt: Date; head: StoredHead | null };

/** The next people by their id, with the ends of their chains. */
export function ownersAfter(id: string, take: number): Promise<ChainOwner[]> {
  return db()
    .user.findMany({
      where: { id: { gt: id } },
      orderBy: { id: "asc" },
      take,
      select: {
        id: true,
        createdAt: true,
        activityHead: { select: { seq: true, hash: true, at: true, seal: true } },
      },
    })
    .then((people) =>
      people.map(({ activityHead, ...person }) => ({ ...person, head: activityHead })),
    );
}

/** The rows of a chain behind `seq`, in order. */
export function rowsAfter(userId: string, seq: number, take: number): Promise<StoredRow[]> {
  return db().activity.findMany({
    where: { userId, seq: { gt: seq } },
    orderBy: { seq: "asc" },
    take,
  });
}

/** The end of a chain and the number of its last row, as they are at one moment. */
export async function endOf(
  userId: string,
): Promise<{ head: StoredHead | null; last: number; isThere: boolean }> {
  const [end] = await db().$queryRaw<(Partial<StoredHead> & { last: number })[]>`
    SELECT h."seq", h."hash", h."at", h."seal",
      (SELECT coalesce(max(a."seq"), 0) FROM "Activity" a WHERE a."userId" = u."id")::int AS last
    FROM "User" u LEFT JOIN "ActivityHead" h ON h."userId" = u."id" WHERE u."id" = ${userId}`;
  if (!end) return { head: null, last: 0, isThere: false };
  const { seq, hash, at, seal, last } = end;
  const isHeaded = typeof seq === "number" && hash && at && seal !== undefined;
  return { head: isHeaded ? { seq, hash, at, seal } : null, last, isThere: true };
}

/** Since when there are chains: everybody made later has one from the beginning. */
export async function chainsSince(): Promise<Date> {
  const [row] = await db().$queryRaw<{ at: Date | null }[]>`
    SELECT finished_at AS at FROM "_prisma_migrations"
    WHERE migration_name LIKE '%\\_activity' AND finished_at IS NOT NULL
    ORDER BY finished_at LIMIT 1`;
  return row?.at ?? new Date(0);
}
