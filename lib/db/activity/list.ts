import "server-only";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A row, or a whole job in the place of its latest row: `changes` counts what it did. */
export type ListedActivity = {
  seq: number;
  at: Date;
  kind: string;
  memoryId: string | null;
  count: number | null;
  jobId: string | null;
  jobKind: string | null;
  outcome: string;
  changes: number;
  unknown: number;
  firstAt: Date;
};

export type ActivitySelection = {
  kinds: readonly string[] | null;
  /** From here on, and up to but not at there. */
  from: Date | null;
  to: Date | null;
  /** The single changes of one job, instead of everything with jobs folded. */
  job: string | null;
  /** Behind this place. */
  after: number | null;
  take: number;
};

function conditions(row: "a" | "b", userId: string, { kinds, from, to }: ActivitySelection) {
  const column = (name: string) => Prisma.raw(`${row}."${name}"`);
  const parts = [Prisma.sql`${column("userId")} = ${userId}`];
  if (kinds) parts.push(Prisma.sql`${column("kind")} IN (${Prisma.join([...kinds])})`);
  if (from) parts.push(Prisma.sql`${column("at")} >= ${from}::timestamp`);
  if (to) parts.push(Prisma.sql`${column("at")} < ${to}::timestamp`);
  return Prisma.join(parts, " AND ");
}

/** A person's activity, the latest first. */
export function listActivity(
  userId: string,
  selection: ActivitySelection,
): Promise<ListedActivity[]> {
  const { job, after, take } = selection;
  const all = conditions("a", userId, selection);
  const same = conditions("b", userId, selection);
  const behind = after === null ? Prisma.empty : Prisma.sql`AND a."seq" < ${after}`;
  const which =
    job === null
      ? Prisma.sql`AND (a."jobId" IS NULL OR NOT EXISTS (
          SELECT 1 FROM "Activity" b WHERE ${same} AND b."jobId" = a."jobId"
            AND b."jobKind" = a."jobKind" AND b."seq" > a."seq"))`
      : Prisma.sql`AND a."jobId" = ${job}`;
  const sameJob =
    job === null
      ? Prisma.sql`b."jobId" = p."jobId" AND b."jobKind" = p."jobKind"`
      : Prisma.sql`b."seq" = p."seq"`;
  return db().$queryRaw<ListedActivity[]>`
    WITH page AS (
      SELECT a.* FROM "Activity" a WHERE ${all} ${behind} ${which}
      ORDER BY a."seq" DESC LIMIT ${take}::int
    )
    SELECT p."seq", p."at", p."kind", p."memoryId", p."count", p."jobId", p."jobKind", p."outcome",
      coalesce(j.changes, 1)::int AS changes,
      coalesce(j.unknown, CASE WHEN p."outcome" = 'unknown' THEN 1 ELSE 0 END)::int AS unknown,
      coalesce(j."firstAt", p."at") AS "firstAt"
    FROM page p LEFT JOIN LATERAL (
      SELECT count(*) AS changes, count(*) FILTER (WHERE b."outcome" = 'unknown') AS unknown,
        min(b."at") AS "firstAt"
      FROM "Activity" b WHERE p."jobId" IS NOT NULL AND ${same} AND ${sameJob}
      HAVING count(*) > 0
    ) j ON true
    ORDER BY p."seq" DESC`;
}
