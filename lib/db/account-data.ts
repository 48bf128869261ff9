import "server-only";
import { db } from "@/lib/db/client";
import type {
  ActivityModel,
  MemoryVersionModel,
  TrashedMemoryModel,
} from "@/lib/db/generated/models";

/** What is kept of a person in single rows and short lists. */
export async function readAccount(userId: string) {
  const person = await db().user.findUnique({
    where: { id: userId },
    include: {
      accounts: {
        select: { provider: true, providerAccountId: true, type: true, createdAt: true },
      },
      connection: true,
      accessRequests: { select: { id: true, createdAt: true }, orderBy: { createdAt: "asc" } },
      idempotency: {
        select: { createdAt: true, outcome: true },
        orderBy: { createdAt: "asc" },
      },
      preference: true,
      tagOperations: { orderBy: { createdAt: "asc" } },
      intents: { orderBy: { begunAt: "asc" } },
    },
  });
  return person;
}

const BATCH = 50;

/** Batches of rows, each asked for by the last row before it. */
async function* batches<Row>(next: (last: Row | undefined) => Promise<Row[]>) {
  let last: Row | undefined;
  for (;;) {
    const rows = await next(last);
    yield* rows;
    if (rows.length < BATCH) return;
    last = rows.at(-1);
  }
}

export function allActivity(userId: string): AsyncGenerator<ActivityModel> {
  return batches<ActivityModel>((last) =>
    db().activity.findMany({
      where: { userId, seq: { gt: last?.seq ?? 0 } },
      orderBy: { seq: "asc" },
      take: BATCH,
    }),
  );
}

/** All copies, of whichever Memoram user, known to be deleted or not. */
export function allTrash(userId: string): AsyncGenerator<TrashedMemoryModel> {
  return batches<TrashedMemoryModel>((last) =>
    db().trashedMemory.findMany({
      where: { userId, ...(last ? behind(last) : {}) },
      orderBy: [{ memoramUserId: "asc" }, { memoryId: "asc" }],
      take: BATCH,
    }),
  );
}

const behind = ({ memoramUserId, memoryId }: TrashedMemoryModel) => ({
  OR: [{ memoramUserId: { gt: memoramUserId } }, { memoramUserId, memoryId: { gt: memoryId } }],
});

export function allVersions(userId: string): AsyncGenerator<MemoryVersionModel> {
  return batches<MemoryVersionModel>((last) =>
    db().memoryVersion.findMany({
      where: { userId, ...(last ? { id: { gt: last.id } } : {}) },
      orderBy: { id: "asc" },
      take: BATCH,
    }),
  );
}
