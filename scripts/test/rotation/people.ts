import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type SealedContext, sealedIn } from "@/lib/crypto/sealed-columns";
import type { Vault } from "@/lib/crypto/vault";
import { db } from "@/lib/db/client";
import { findConnection } from "@/lib/db/connections";
import { openSecret } from "@/lib/services/connection/secrets";
import { openTagOperations } from "@/lib/services/tag-operations";
import { listTrash } from "@/lib/services/trash/list";

/** A person with sealed secrets, and what must be found when they are opened. */
export type Keeper = {
  userId: string;
  memoryKey: string;
  encryptionKey: string;
  /** The access token of the last sign-in that was answered. */
  accessToken: string;
  /** The first name in each of their open tag operations, by its id. */
  operations: Map<string, string>;
  /** The title of the one memory in their trash; null without one. */
  trashed: string | null;
};

const CHUNK = 500;
/** Every so many-th person has a copy in the trash, an earlier version and an open tag operation. */
const COPIES_EVERY = 5;

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const tokensOf = (accessToken: string) =>
  JSON.stringify({ accessToken, refreshToken: null, expiresAt: null });

function personOf(at: number): Keeper {
  const userId = `person${String(at).padStart(6, "0")}`;
  return {
    userId,
    memoryKey: `key of ${userId}`,
    encryptionKey: digest(userId),
    accessToken: "the first",
    operations: new Map(),
    trashed: at % COPIES_EVERY === 0 ? `Trashed by ${userId}` : null,
  };
}

const copyOf = (id: string, title: string) =>
  JSON.stringify({
    memory: {
      id,
      title,
      summary: null,
      content: "c".repeat(400),
      contentState: "decrypted",
      tags: [],
      tagIds: [],
      importance: null,
      confidence: null,
      source: null,
      createdAt: "2026-01-01T00:00:00.000Z",
      updatedAt: "2026-01-01T00:00:00.000Z",
    },
    stored: null,
  });

async function insert(people: readonly Keeper[], vault: Vault): Promise<void> {
  const now = new Date();
  // Never looked up in Memoram, which knows nothing of them.
  const future = new Date(now.getTime() + 365 * 86_400_000);
  const seal = (text: string, context: SealedContext) => vault.seal(text, context);
  await db().user.createMany({ data: people.map(({ userId }) => ({ id: userId })) });
  const connections = people.map(async ({ userId, memoryKey, encryptionKey, accessToken }) => ({
    userId,
    status: "approved" as const,
    provenance: "oauth" as const,
    memoryKey: await seal(memoryKey, sealedIn("Connection", "memoryKey", userId)),
    userTokens: await seal(tokensOf(accessToken), sealedIn("Connection", "userTokens", userId)),
    encryptionKey: await seal(encryptionKey, sealedIn("Connection", "encryptionKey", userId)),
    accessRequestId: `request-${userId}`,
    memoramUserId: `memoram-${userId}`,
    authorizedAt: now,
    credentialsReadAt: future,
    checkedAt: future,
  }));
  await db().connection.createMany({ data: await Promise.all(connections) });
  const withCopies = people.filter(({ trashed }) => trashed !== null);
  const ofKeeper = (userId: string) => ({ userId, memoramUserId: `memoram-${userId}` });
  const trash = withCopies.map(async ({ userId, trashed }) => ({
    ...ofKeeper(userId),
    memoryId: "gone",
    copy: await seal(copyOf("gone", trashed ?? ""), sealedIn("TrashedMemory", "copy", userId)),
    confirmed: true,
    deletedAt: now,
  }));
  await db().trashedMemory.createMany({ data: await Promise.all(trash) });
  const versions = withCopies.map(async ({ userId }) => ({
    ...ofKeeper(userId),
    memoryId: "kept",
    copy: await seal(copyOf("kept", "Earlier"), sealedIn("MemoryVersion", "copy", userId)),
    replacedAt: now,
  }));
  await db().memoryVersion.createMany({ data: await Promise.all(versions) });
  const operations = withCopies.map(async ({ userId, operations }) => {
    const id = `operation-${userId}`;
    operations.set(id, "first");
    const names = JSON.stringify({ from: ["first"], to: "second" });
    return {
      ...ofKeeper(userId),
      id,
      names: await seal(names, sealedIn("TagOperation", "names", userId)),
    };
  });
  await db().tagOperation.createMany({ data: await Promise.all(operations) });
}

/** People whose secrets this vault sealed, written straight into the database, all of them approved. */
export async function seedKeepers(count: number, vault: Vault): Promise<Keeper[]> {
  const people = Array.from({ length: count }, (_, at) => personOf(at));
  for (let at = 0; at < people.length; at += CHUNK) {
    await insert(people.slice(at, at + CHUNK), vault);
  }
  return people;
}

/** What is wrong with the secrets of a person's connection: every one of them has to open. */
export async function wrongSecrets(person: Keeper): Promise<string[]> {
  const row = await findConnection(person.userId);
  if (row === null) return [`${person.userId} has no connection`];
  const expected = {
    memoryKey: person.memoryKey,
    encryptionKey: person.encryptionKey,
    userTokens: tokensOf(person.accessToken),
  };
  const columns = ["memoryKey", "encryptionKey", "userTokens"] as const;
  const found = await Promise.all(columns.map((column) => openSecret(row, column)));
  return columns
    .filter((column, at) => found[at] !== expected[column])
    .map((column) => `${column} of ${person.userId} is not what was written last`);
}

/** What is wrong with what is kept of a person's memories, as the services show it. */
export async function wrongCopies({ userId, trashed, operations }: Keeper): Promise<string[]> {
  const { items } = await listTrash(userId, { limit: 10 });
  const titles = items.map(({ memory }) => memory.title);
  const open = await openTagOperations(userId);
  const names = new Map(open.map(({ id, from }) => [id, from[0] ?? ""]));
  return [
    ...(isDeepStrictEqual(titles, trashed === null ? [] : [trashed]) ? [] : ["the trash"]),
    ...(isDeepStrictEqual(names, operations) ? [] : ["the tag operations"]),
  ].map((what) => `${what} of ${userId}`);
}
