import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eraseAccount } from "@/lib/db/account-deletion";
import { db } from "@/lib/db/client";
import { disconnectConnection } from "@/lib/db/connections";
import { connectedPerson, emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";
import type { RunningSandbox } from "../../sandbox/start";
import { isConflict, retried } from "./transaction";

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startHarness();
});
beforeEach(emptyDatabase);
afterAll(() => sandbox.close());

const conflict = () => Object.assign(new Error("undone"), { code: "P2034" });

/** Fails so often, then answers; counts its calls. */
function failing(times: number, error: () => Error) {
  let calls = 0;
  const work = async () => {
    calls += 1;
    if (calls <= times) throw error();
    return calls;
  };
  return { work, calls: () => calls };
}

describe("what was undone for another's sake", () => {
  it("is done again, a few times", async () => {
    expect(await retried(failing(3, conflict).work)).toBe(4);
    const hopeless = failing(99, conflict);
    await expect(retried(hopeless.work)).rejects.toThrow("undone");
    expect(hopeless.calls()).toBe(5);
  });

  it("is told from every other failure", async () => {
    const other = failing(1, () => new Error("broken"));
    await expect(retried(other.work)).rejects.toThrow("broken");
    expect(other.calls()).toBe(1);
    const inside = {
      code: "P2010",
      meta: { driverAdapterError: { cause: { originalCode: "40P01" } } },
    };
    expect([isConflict(inside), isConflict({ code: "P2002" }), isConflict(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it("keys are erased by a disconnect also where the copies cannot be, which follow the next time", async () => {
  const { userId } = await connectedPerson(sandbox, "tomas");
  const copy = { userId, memoramUserId: "m", memoryId: "a", copy: "x" };
  await db().trashedMemory.create({ data: { ...copy, deletedAt: new Date() } });
  await db().$executeRaw`ALTER TABLE "TrashedMemory" RENAME TO "Hidden"`;
  try {
    await expect(disconnectConnection(userId)).rejects.toThrow();
  } finally {
    await db().$executeRaw`ALTER TABLE "Hidden" RENAME TO "TrashedMemory"`;
  }
  const row = await db().connection.findUniqueOrThrow({ where: { userId } });
  expect([row.status, row.memoryKey, row.encryptionKey, row.userTokens]).toEqual([
    "disconnected",
    null,
    null,
    null,
  ]);
  await disconnectConnection(userId);
  expect(await db().trashedMemory.count()).toBe(0);
});

// PGlite is one session: there nobody can wait for another.
describe.runIf(process.env.KEEPSAKE_TEST_DATABASE === "postgres")("on Postgres", () => {
  it("an erasure that a deadlock undid is done again", async () => {
    const { userId } = await newPerson();
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    // Postgres looks for a deadlock a second after a wait began, and ends who waited: the erasure,
    // which is the first to wait.
    await other.query("BEGIN");
    await other.query(`SELECT 1 FROM "User" WHERE "id" = $1 FOR KEY SHARE`, [userId]);
    const erased = eraseAccount(userId, "hash");
    const isWaiting = async () => {
      const { rows } = await other.query(
        "SELECT 1 FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()",
      );
      return rows.length > 0;
    };
    while (!(await isWaiting())) await new Promise((resolve) => setImmediate(resolve));
    await other.query(`SELECT 1 FROM "ActivityHead" WHERE "userId" = $1 FOR UPDATE`, [userId]);
    await other.query("COMMIT");
    await other.end();
    await erased;
    expect(await db().user.count()).toBe(0);
  });
});
