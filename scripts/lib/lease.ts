import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type pg from "pg";
import { Sentence } from "./sentence";

/** Prisma leaves this table alone: it is named as an external one wherever the engine runs. */
export const leaseTable = "_keepsake_migration_lease";

/** What the lease asks of a database: single statements, so that any pooler will do. */
export type Queryable = Pick<pg.Pool, "query">;

export interface LeaseOptions {
  /** How long the right lasts without a heartbeat, in milliseconds. */
  ttlMs?: number;
  /** Pause between two attempts of the one who waits, in milliseconds. */
  pollMs?: number;
  /** How long to wait for another holder before giving up, in milliseconds. */
  patienceMs?: number;
  /** Called once, when another holder is found. */
  onWait?: (holder: string) => void;
}

/** Two creators at once: Postgres may refuse the second despite IF NOT EXISTS. */
const raceCodes = new Set(["23505", "42P07", "42710"]);

async function createTable(db: Queryable): Promise<void> {
  try {
    await db.query(
      `CREATE TABLE IF NOT EXISTS "${leaseTable}" (
         "key" TEXT PRIMARY KEY, "holder" TEXT NOT NULL, "until" TIMESTAMPTZ NOT NULL)`,
    );
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (typeof code !== "string" || !raceCodes.has(code)) throw error;
  }
}

/** Takes the lease, or says who has it. Time is the database's own, never this machine's. */
async function take(db: Queryable, holder: string, ttlMs: number): Promise<string> {
  const taken = await db.query<{ holder: string }>(
    `INSERT INTO "${leaseTable}" AS l ("key", "holder", "until")
     VALUES ('migrate', $1, clock_timestamp() + $2 * interval '1 millisecond')
     ON CONFLICT ("key") DO UPDATE SET "holder" = excluded."holder", "until" = excluded."until"
     WHERE l."until" < clock_timestamp() OR l."holder" = excluded."holder"
     RETURNING "holder"`,
    [holder, ttlMs],
  );
  if (taken.rows[0]) return taken.rows[0].holder;
  const other = await db.query<{ holder: string }>(`SELECT "holder" FROM "${leaseTable}"`);
  return other.rows[0]?.holder ?? "";
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` while no one else anywhere holds the lease.
 *
 * It holds no transaction and no session lock, so that it also works through a transaction pooler
 * and on PGlite. A holder that dies is forgotten after `ttlMs`; one that lives says so three times
 * in that span.
 * @param work gets a function that throws when the lease was lost meanwhile
 * @throws Sentence when another holder outlasts `patienceMs`
 */
export async function withLease<T>(
  db: Queryable,
  work: (assertHeld: () => void) => Promise<T>,
  options: LeaseOptions = {},
): Promise<T> {
  const { ttlMs = 30_000, pollMs = 500, patienceMs = 300_000, onWait } = options;
  const holder = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  await createTable(db);

  const deadline = Date.now() + patienceMs;
  for (let told = false; ; ) {
    const current = await take(db, holder, ttlMs);
    if (current === holder) break;
    if (!told && current !== "") onWait?.(current);
    told ||= current !== "";
    if (Date.now() > deadline) throw new Sentence(`${current} is still migrating this database.`);
    await sleep(pollMs);
  }

  let heldUntil = Date.now() + ttlMs;
  const heartbeat = setInterval(async () => {
    const asked = Date.now();
    const current = await take(db, holder, ttlMs).catch(() => undefined);
    if (current === holder) heldUntil = asked + ttlMs;
    else if (current !== undefined) heldUntil = 0;
  }, ttlMs / 3);
  heartbeat.unref();

  try {
    return await work(() => {
      if (Date.now() > heldUntil) throw new Error("Another process took over the migration.");
    });
  } finally {
    clearInterval(heartbeat);
    await db
      .query(`DELETE FROM "${leaseTable}" WHERE "holder" = $1`, [holder])
      .catch(() => undefined);
  }
}
