import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { faultsOf } from "@/scripts/test/fault-server/faults";
import { startMatrix } from "@/scripts/test/fault-server/matrix";

let matrix: Awaited<ReturnType<typeof startMatrix>>;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.close());

const isExchange = (path: string) => path.endsWith("/auth/token");

describe.each(Object.keys(faultsOf("http://nowhere.invalid")))("%s", (name) => {
  it("at the exchange of our key for a token: every operation says so, and nothing else is sent", async () => {
    const fault = matrix.fault(name);
    const { failing, setScene } = await matrix.freshApp();
    const asking = failing.filter((each) => each.name !== "sign-in");
    const asked = await matrix.playTo(asking, fault, async () => {
      await setScene("just now");
      await db().lease.deleteMany();
      await db().developerToken.updateMany({ data: { token: null } });
      await matrix.server.play(fault, ({ path }) => isExchange(path));
    });
    for (const each of asked) matrix.expectFailure(each, fault);
    const { received } = matrix.server;
    expect(received.filter(({ path }) => !isExchange(path))).toEqual([]);
    expect(received.length).toBeLessThanOrEqual(asking.length);
    matrix.expectBounds();
    // So nothing of ours is in doubt: no memory is kept from others, no change said to be unknown.
    expect(await db().lease.count({ where: { key: { startsWith: "under-way:" } } })).toBe(0);
    const userId = { in: Object.values(matrix.cast).map((person) => person.userId) };
    expect(await db().idempotencyRecord.count({ where: { userId, outcome: null } })).toBe(0);
    expect(await db().activity.count({ where: { userId, outcome: "unknown" } })).toBe(0);
    expect(await db().trashedMemory.count({ where: { userId, confirmed: false } })).toBe(0);
    const restoreSentAt = { not: null };
    expect(await db().trashedMemory.count({ where: { userId, restoreSentAt } })).toBe(0);
  });
});
