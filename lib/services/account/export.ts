import "server-only";
import { allActivity, allTrash, allVersions, readAccount } from "@/lib/db/account-data";
import { recordExport } from "@/lib/db/activity/record-export";
import { AppError } from "@/lib/errors";
import {
  exportedTrash,
  exportedVersions,
  lost,
  type Opening,
  openingFor,
  withheld,
} from "@/lib/services/account/held-copies";
import { type ExportPart, jsonDocument } from "@/lib/services/account/json-document";
import { listOwnSessions } from "@/lib/services/account/sessions";
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

async function* ownActivity(userId: string) {
  for await (const { userId: _, ...row } of allActivity(userId)) yield row;
}

async function tagOperationsOf({ tagOperations }: Account, opening: Opening) {
  return Promise.all(
    tagOperations.map(async (row) => {
      const { id, createdAt, memoramUserId } = row;
      const notOpened = withheld(opening, memoramUserId);
      if (notOpened) return { id, createdAt, memoramUserId, held: true, notOpened };
      return { id, createdAt, ...((await openTagNames(row)) ?? lost) };
    }),
  );
}

async function partsOf(
  account: Account,
  opening: Opening,
  currentId: string,
): Promise<ExportPart[]> {
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
    { name: "tagOperations", value: await tagOperationsOf(account, opening) },
    { name: "repeatableCalls", value: repeatable },
    { name: "changesUnderWay", value: intents },
    { name: "activity", items: ownActivity(id) },
    { name: "trash", items: exportedTrash(opening, allTrash(id)) },
    { name: "history", items: exportedVersions(opening, allVersions(id)) },
    // Last: a file without it was cut off on the way.
    { name: "complete", value: true },
  ];
}

/**
 * Everything that Keepsake itself keeps of a person as one JSON document, made as fast as it is
 * read; of secrets, that they are held. Copies of memories are opened as far as the app would show
 * them now, and are else named with the reason. Their memories in Memoram are not kept here.
 * @throws AppError unauthenticated when the person was erased a moment ago.
 */
export async function exportAccount(
  userId: string,
  currentId: string,
): Promise<AsyncGenerator<string>> {
  await recordExport(userId);
  const opening = await openingFor(userId);
  const account = await readAccount(userId);
  if (account === null) throw new AppError("unauthenticated");
  return jsonDocument(await partsOf(account, opening, currentId));
}
