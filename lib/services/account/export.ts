import "server-only";
import { allActivity, allTrash, allVersions, readAccount } from "@/lib/db/account-data";
import { recordExport } from "@/lib/db/activity/record-export";
import { AppError } from "@/lib/errors";
import { type ExportPart, jsonDocument } from "@/lib/services/account/json-document";
import { listOwnSessions } from "@/lib/services/account/sessions";
import { openCopy } from "@/lib/services/memories/kept-copy";
import { getPreferences } from "@/lib/services/preferences";
import { openTagNames } from "@/lib/services/tag-operations";

type Account = NonNullable<Awaited<ReturnType<typeof readAccount>>>;

const held = "stored encrypted, and left out of this file";

/** Where the connection stands; of each secret only that there is one. */
function connectionOf({ connection }: Account) {
  if (connection === null) return null;
  const { userId: _, keyMark: _mark, memoryKey, userTokens, encryptionKey, ...known } = connection;
  const secret = (sealed: string | null) => (sealed === null ? null : held);
  return {
    ...known,
    memoryKey: secret(memoryKey),
    userTokens: secret(userTokens),
    encryptionKey: secret(encryptionKey),
  };
}

/** One whose vault key is gone is named, and said to be unreadable. */
const lost = { unreadable: true } as const;

async function* openedTrash(userId: string) {
  for await (const row of allTrash(userId)) {
    const { memoryId, memoramUserId, deletedAt, confirmed } = row;
    const copy = (await openCopy(row, "TrashedMemory")) ?? lost;
    yield { memoryId, memoramUserId, deletedAt, confirmed, ...copy };
  }
}

async function* openedVersions(userId: string) {
  for await (const row of allVersions(userId)) {
    const { id, memoryId, memoramUserId, replacedAt, missedAt } = row;
    const copy = (await openCopy(row, "MemoryVersion")) ?? lost;
    yield { id, memoryId, memoramUserId, replacedAt, missedAt, ...copy };
  }
}

async function* ownActivity(userId: string) {
  for await (const { userId: _, ...row } of allActivity(userId)) yield row;
}

async function tagOperationsOf({ tagOperations }: Account) {
  return Promise.all(
    tagOperations.map(async (row) => ({
      id: row.id,
      createdAt: row.createdAt,
      ...((await openTagNames(row)) ?? lost),
    })),
  );
}

async function partsOf(account: Account, currentId: string): Promise<ExportPart[]> {
  const { id, name, email, emailVerified, image, createdAt, updatedAt } = account;
  const intents = account.intents.map(({ userId: _, ...intent }) => intent);
  const repeatable = account.idempotency.map(({ createdAt: at, outcome }) => ({
    createdAt: at,
    answer: outcome === null ? null : held,
  }));
  return [
    { name: "format", value: "keepsake-export-1" },
    { name: "exportedAt", value: new Date() },
    { name: "profile", value: { id, name, email, emailVerified, image, createdAt, updatedAt } },
    { name: "accounts", value: account.accounts },
    { name: "sessions", value: await listOwnSessions(id, currentId) },
    { name: "connection", value: connectionOf(account) },
    { name: "accessRequests", value: account.accessRequests },
    { name: "preferences", value: await getPreferences(id) },
    { name: "tagOperations", value: await tagOperationsOf(account) },
    { name: "repeatableCalls", value: repeatable },
    { name: "changesUnderWay", value: intents },
    { name: "activity", items: ownActivity(id) },
    { name: "trash", items: openedTrash(id) },
    { name: "history", items: openedVersions(id) },
    // Last: a file without it was cut off on the way.
    { name: "complete", value: true },
  ];
}

/**
 * Everything that Keepsake itself keeps of a person as one JSON document, made as fast as it is
 * read; of secrets, that they are held. Their memories in Memoram are not kept here.
 * @throws AppError unauthenticated when the person was erased a moment ago.
 */
export async function exportAccount(
  userId: string,
  currentId: string,
): Promise<AsyncGenerator<string>> {
  await recordExport(userId);
  const account = await readAccount(userId);
  if (account === null) throw new AppError("unauthenticated");
  return jsonDocument(await partsOf(account, currentId));
}
