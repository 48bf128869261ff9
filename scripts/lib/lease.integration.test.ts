import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { leaseTable, withLease } from "./lease";
import { Sentence } from "./sentence";

let pool: pg.Pool;
beforeEach(async () => {
  pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
  await pool.query(`DROP TABLE IF EXISTS "${leaseTable}"`);
});
afterEach(async () => {
  await pool.query(`DROP TABLE IF EXISTS "${leaseTable}"`);
  await pool.end();
});

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const quick = { pollMs: 20 };

test("one works at a time, also when all of them find no table", async () => {
  let inside = 0;
  let most = 0;
  const waited: string[] = [];
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await sleep(60);
    inside -= 1;
  };
  const options = { ...quick, onWait: (holder: string) => waited.push(holder) };
  await Promise.all(Array.from({ length: 5 }, () => withLease(pool, work, options)));
  expect(most).toBe(1);
  expect(waited.length).toBeGreaterThanOrEqual(1);
  expect(waited.length).toBeLessThanOrEqual(4);
});

test("it is given back when the work fails", async () => {
  const broken = withLease(pool, () => Promise.reject(new Error("no")), quick);
  await expect(broken).rejects.toThrow("no");
  expect(await withLease(pool, async () => "next", { ...quick, patienceMs: 200 })).toBe("next");
});

test("the lease of one who died is taken over once it has run out", async () => {
  await withLease(pool, async () => undefined, quick);
  await pool.query(
    `INSERT INTO "${leaseTable}" VALUES ('migrate', 'dead', clock_timestamp() + interval '300 ms')`,
  );
  const started = Date.now();
  const waited: string[] = [];
  await withLease(pool, async () => undefined, {
    ...quick,
    onWait: (holder) => waited.push(holder),
  });
  expect(waited).toEqual(["dead"]);
  expect(Date.now() - started).toBeGreaterThan(200);
});

test("one who lives keeps it for longer than it lasts", async () => {
  let finished = false;
  const long = withLease(
    pool,
    async (assertHeld) => {
      await sleep(900);
      assertHeld();
      finished = true;
    },
    { ...quick, ttlMs: 300 },
  );
  await sleep(50);
  const after = await withLease(pool, async () => finished, { ...quick, ttlMs: 300 });
  expect(after).toBe(true);
  await long;
});

test("one who lost it is told", async () => {
  const loser = withLease(
    pool,
    async (assertHeld) => {
      await pool.query(
        `UPDATE "${leaseTable}" SET "holder" = 'other', "until" = clock_timestamp() + interval '1 h'`,
      );
      await sleep(250);
      assertHeld();
    },
    { ...quick, ttlMs: 300 },
  );
  await expect(loser).rejects.toThrow("Another process took over the migration.");
  const { rows } = await pool.query(`SELECT "holder" FROM "${leaseTable}"`);
  expect(rows).toEqual([{ holder: "other" }]);
});

test("patience ends with a sentence that names the holder", async () => {
  const holding = withLease(pool, () => sleep(400), quick);
  await sleep(50);
  const impatient = withLease(pool, async () => undefined, { ...quick, patienceMs: 100 });
  await expect(impatient).rejects.toThrow(/is still migrating this database/);
  await expect(impatient).rejects.toBeInstanceOf(Sentence);
  await holding;
});
