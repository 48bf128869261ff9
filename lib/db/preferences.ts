import "server-only";
import { db } from "@/lib/db/client";

type Chosen = { trash: boolean };

/** What a person has chosen, or null when they have chosen nothing yet. */
export function findPreference(userId: string): Promise<Chosen | null> {
  return db().preference.findUnique({ where: { userId }, select: { trash: true } });
}

/** Changes what is given; the rest keeps its value or its default. */
export function putPreference(userId: string, change: Partial<Chosen>): Promise<Chosen> {
  return db().preference.upsert({
    where: { userId },
    create: { userId, ...change },
    update: change,
    select: { trash: true },
  });
}
