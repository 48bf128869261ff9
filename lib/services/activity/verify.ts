import "server-only";
import { chainKeys, hashOf, isSame, origins, sealOf } from "@/lib/db/activity/chain";
import {
  type ChainOwner,
  chainsSince,
  endOf,
  ownersAfter,
  rowsAfter,
  type StoredHead,
  type StoredRow,
} from "@/lib/db/activity/verify";

/**
 * `altered`: the row is not the one that was written, or does not follow the one before it.
 * `missing`: there is no such row. `cut-off`: the end is not where the chain says it is.
 * `unverifiable`: no key that was given made the beginning. `begun-anew`: when this row was
 * recorded, the end before it fitted no key that the app was given.
 */
export type BrokenLink = {
  userId: string;
  seq: number;
  why: "altered" | "missing" | "cut-off" | "unverifiable" | "begun-anew";
};

export type Progress = { people: number; rows: number };

const PEOPLE = 200;
const ROWS = 1_000;

type Keys = readonly Buffer[];

/** A hash or seal that one of the keys makes: the secret may have been changed on the way. */
const isMade = (keys: Keys, stored: string, make: (key: Buffer) => string) =>
  keys.some((key) => isSame(stored, make(key)));

const follows = (keys: Keys, row: StoredRow, previous: string) =>
  isMade(keys, row.hash, (key) => hashOf(key, row, previous));

const isSealed = (keys: Keys, userId: string, head: StoredHead) =>
  isMade(keys, head.seal, (key) => sealOf(key, { userId, ...head }));

type Walked = { broken: BrokenLink | null; last: { seq: number; hash: string } };

/** Why a row follows nothing that it may follow. */
function whyNot(keys: Keys, row: StoredRow): BrokenLink["why"] {
  if (follows(keys, row, origins.broken)) return "begun-anew";
  const isOfAKey =
    row.seq > 1 || follows(keys, row, origins.begun) || follows(keys, row, origins.late);
  return isOfAKey ? "altered" : "unverifiable";
}

/** Goes through the rows of one chain, a batch at a time. */
async function walk(
  userId: string,
  beginnings: readonly string[],
  keys: Keys,
  onRows: (count: number) => void,
): Promise<Walked> {
  let last = { seq: 0, hash: "" };
  for (;;) {
    const rows = await rowsAfter(userId, last.seq, ROWS);
    onRows(rows.length);
    for (const row of rows) {
      const seq = last.seq + 1;
      if (row.seq !== seq) return { broken: { userId, seq, why: "missing" }, last };
      const before = seq === 1 ? beginnings : [last.hash];
      if (!before.some((previous) => follows(keys, row, previous))) {
        return { broken: { userId, seq, why: whyNot(keys, row) }, last };
      }
      last = { seq, hash: row.hash };
    }
    if (rows.length < ROWS) return { broken: null, last };
  }
}

/** Whether the chain ends where its sealed end says. Rows may have come since they were read. */
async function checkEnd(
  { id: userId, createdAt }: ChainOwner,
  { last }: Walked,
  { keys, since, beginnings }: { keys: Keys; since: Date; beginnings: readonly string[] },
): Promise<BrokenLink | null> {
  const now = await endOf(userId);
  if (!now.isThere) return null;
  const cut: BrokenLink = { userId, seq: last.seq + 1, why: "cut-off" };
  if (now.head === null) return now.last > 0 || createdAt > since ? cut : null;
  if (now.head.seq !== now.last) return cut;
  if (!isSealed(keys, userId, now.head))
    return now.last > 0 ? cut : { ...cut, why: "unverifiable" };
  // Nothing came in between: the end is the row that was read last.
  if (now.last !== last.seq) return now.last > last.seq ? null : cut;
  const isEnd = last.seq === 0 ? beginnings.includes(now.head.hash) : now.head.hash === last.hash;
  return isEnd ? null : cut;
}

/**
 * Goes through every chain and yields the first broken link of each that has one. `past` are
 * secrets of this installation that were in use before; those of the settings when not given.
 */
export async function* verifyActivity(
  onProgress: (progress: Progress) => void = () => {},
  past?: readonly string[],
): AsyncGenerator<BrokenLink, Progress> {
  const keys = chainKeys(past);
  const since = await chainsSince();
  const progress = { people: 0, rows: 0 };
  const onRows = (count: number) => {
    progress.rows += count;
    onProgress(progress);
  };
  let owners = await ownersAfter("", PEOPLE);
  while (owners.length > 0) {
    for (const owner of owners) {
      const isLate = owner.createdAt <= since;
      const beginnings = isLate ? [origins.begun, origins.late] : [origins.begun];
      const walked = await walk(owner.id, beginnings, keys, onRows);
      const broken = walked.broken ?? (await checkEnd(owner, walked, { keys, since, beginnings }));
      progress.people += 1;
      if (broken) yield broken;
    }
    onProgress(progress);
    owners = await ownersAfter(owners.at(-1)?.id ?? "", PEOPLE);
  }
  return progress;
}
