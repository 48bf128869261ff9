import { afterAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { createPool } from "@/lib/db/pool";
import { testSettings } from "@/scripts/test/settings";

const url = process.env.DATABASE_URL ?? "";
Object.assign(process.env, testSettings({ DATABASE_URL: url }));
const pool = createPool(url);
afterAll(() => pool.end());

it("stays one client of PGlite and grows on a real Postgres", async () => {
  await pool.query("SELECT 1");
  expect(pool.options.max).toBe(process.env.KEEPSAKE_TEST_DATABASE === "postgres" ? 5 : 1);
});

it("mixes transactions and single statements, many at once, without mixing them up", async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      if (n % 4 > 0) return db().$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n`;
      return db().$transaction(
        (within) => within.$queryRaw<{ n: number }[]>`SELECT ${n}::int AS n`,
      );
    }),
  );
  expect(answers.map(([row]) => row?.n)).toEqual(answers.map((_, n) => n));
});
