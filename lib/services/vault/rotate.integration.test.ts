import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sealedColumns } from "@/lib/crypto/sealed-columns";
import { createVault, parseVaultKeys } from "@/lib/crypto/vault";
import { db } from "@/lib/db/client";
import { replaceSealed } from "@/lib/db/sealed-values";
import { createdRequests, storedConnection } from "@/scripts/test/connection-api";
import { type Gate, startGate } from "@/scripts/test/gate";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { startLoad } from "@/scripts/test/rotation/load";
import {
  type Keeper,
  seedKeepers,
  wrongCopies,
  wrongSecrets,
} from "@/scripts/test/rotation/people";
import { vaultCommand } from "@/scripts/test/rotation/vault-command";
import { signedIn } from "@/scripts/test/signed-in";
import { checkVault, type VaultFinding } from "./check";
import { type RotationProgress, rotateVault, type Unmovable } from "./rotate";

const newKey = (kid: string) => `${kid}:${randomBytes(32).toString("base64")}`;
const [older, newer] = [newKey("k1"), newKey("k2")];
const bothKeys = `${newer},${older}`;
const oldVault = createVault(parseVaultKeys(older));

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let gate: Gate;
beforeAll(async () => {
  sandbox = await startHarness({ VAULT_KEYS: bothKeys }, { seedPeople: ["tomas", "wanjiru"] });
  gate = await startGate(sandbox.origin);
  process.env.MEMORAM_API_URL = `${gate.origin}/api/v1`;
});
afterAll(async () => {
  await gate.close();
  await sandbox.close();
});
beforeEach(emptyDatabase);

async function rotate(onProgress?: (progress: RotationProgress) => void) {
  const unmovable: Unmovable[] = [];
  const rotation = rotateVault(onProgress);
  for (;;) {
    const step = await rotation.next();
    if (step.done) return { ...step.value, found: unmovable };
    unmovable.push(step.value);
  }
}

async function check() {
  const findings: VaultFinding[] = [];
  const checking = checkVault();
  for (;;) {
    const step = await checking.next();
    if (step.done) return { findings, counts: step.value };
    findings.push(step.value);
  }
}

/** How many values of all tables name this key. */
async function countOf(kid: string): Promise<number> {
  const { counts } = await check();
  return counts.reduce((sum, { kids }) => sum + (kids.get(kid) ?? 0), 0);
}

const flatWrong = async (people: readonly Keeper[], look: (one: Keeper) => Promise<string[]>) => {
  const wrong: string[] = [];
  for (const person of people) wrong.push(...(await look(person)));
  return wrong;
};

describe("a rotation while the app serves", () => {
  it("is cut off twice and begun again; nobody's read fails, nobody's write is lost, and the old key can go", async () => {
    const keepers = await seedKeepers(200, oldVault);
    expect(await countOf("k1")).toBe(200 * 3 + 40 * 3);
    const connected = await connectedPerson(sandbox, "tomas");
    const load = startLoad({ keepers, connected: [connected.userId] }, { readers: 8, writers: 8 });
    try {
      for (const cutOffAt of ["Connection", "TrashedMemory"]) {
        const cutOff = rotate(({ table }) => {
          if (table === cutOffAt) throw new Error("cut off");
        });
        await expect(cutOff).rejects.toThrow("cut off");
      }
      expect(await rotate()).toMatchObject({ first: "k2", found: [], settled: true });
    } finally {
      await load.stop();
    }
    expect(load.wrong).toEqual([]);
    expect(load.reads).toBeGreaterThan(0);
    expect(load.writes).toBeGreaterThan(0);

    process.env.VAULT_KEYS = newer;
    vi.resetModules();
    const withoutOldKey = await import("@/scripts/test/rotation/people");
    expect(await flatWrong(keepers, withoutOldKey.wrongSecrets)).toEqual([]);
    expect(await flatWrong(keepers, withoutOldKey.wrongCopies)).toEqual([]);
    process.env.VAULT_KEYS = bothKeys;
    const checked = await vaultCommand("vault-check", newer);
    expect([checked.end, checked.output.at(-1)]).toEqual([
      0,
      "0 do not open, 0 wait for npm run vault:rotate.",
    ]);
    expect(checked.output).toContain("Connection.memoryKey: 201 with k2");
  }, 120_000);

  it("does not undo a request that is on its way meanwhile", async () => {
    const person = await signedIn(sandbox);
    await sandbox.control.decide(person.requestId, "rejected");
    await person.lookAgain();
    const { memoryKey } = await storedConnection(person.userId);
    const opened = await createVault(parseVaultKeys(newer)).open(memoryKey ?? "", {
      table: "Connection",
      column: "memoryKey",
      userId: person.userId,
    });
    const context = { table: "Connection", column: "memoryKey", userId: person.userId };
    const memoryKeyThen = await oldVault.seal(opened, context);
    await db().connection.update({
      where: { userId: person.userId },
      data: { memoryKey: memoryKeyThen },
    });
    sandbox.control.clearCalls();
    const held = gate.hold("POST", /\/access-requests$/);
    const asking = person.ask();
    await held.arrived;
    expect(await rotate()).toMatchObject({ moved: 1, settled: true });
    held.release();
    expect((await asking).json.status).toBe("pending");
    expect((await storedConnection(person.userId)).accessRequestId).not.toBe(person.requestId);
    expect(createdRequests(sandbox)).toBe(1);
  });
});

describe("a value", () => {
  it("is only replaced while it is what was opened, and all of a row's or none", async () => {
    const [person] = await seedKeepers(1, oldVault);
    if (!person) throw new Error("There is nobody.");
    const { userId } = person;
    const table = { table: "Connection", ...sealedColumns.Connection };
    const before = await storedConnection(userId);
    const replacements = [
      { column: "memoryKey", from: before.memoryKey ?? "", to: "moved" },
      { column: "userTokens", from: "what it was earlier", to: "moved" },
    ];
    expect(await replaceSealed(table, [userId], replacements)).toBe(false);
    expect(await storedConnection(userId)).toEqual(before);
    expect(await replaceSealed(table, [userId], replacements.slice(0, 1))).toBe(true);
    expect(await storedConnection(userId)).toEqual({ ...before, memoryKey: "moved" });
  });

  it("of every sealed column is moved", async () => {
    await seedKeepers(1, oldVault);
    const userId = "person000000";
    const outcome = await oldVault.seal("{}", {
      table: "IdempotencyRecord",
      column: "outcome",
      userId,
    });
    await db().idempotencyRecord.create({ data: { userId, key: "a", bodyDigest: "b", outcome } });
    const token = await oldVault.seal("t", {
      table: "DeveloperToken",
      column: "token",
      userId: "d",
    });
    await db().developerToken.create({ data: { id: "d", token } });
    const columns = Object.values(sealedColumns).flatMap((table) => [...table.columns]);
    expect((await rotate()).moved).toBe(columns.length);
    const { counts, findings } = await check();
    expect(counts.map(({ kids }) => [...kids])).toEqual(columns.map(() => [["k2", 1]]));
    expect(findings).toEqual([]);
  });

  it("that does not open stays, and is named by its place and never by what it holds", async () => {
    const people = await seedKeepers(6, oldVault);
    const lost = createVault(parseVaultKeys(newKey("lost")));
    const context = { table: "Connection", column: "userTokens", userId: "person000001" };
    const sealedElsewhere = await lost.seal("a secret of theirs", context);
    const set = (userId: string, data: Record<string, string>) =>
      db().connection.update({ where: { userId }, data });
    await set("person000001", { userTokens: sealedElsewhere });
    await set("person000002", { memoryKey: "a plain secret" });
    const { encryptionKey } = await storedConnection("person000004");
    await set("person000003", { encryptionKey: encryptionKey ?? "" });

    const { found, unmovable, settled, moved } = await rotate();
    expect([unmovable, settled, moved]).toEqual([3, true, 6 * 3 + 2 * 3 - 3]);
    const place = (userId: string, column: string, why: string) => ({
      table: "Connection",
      column,
      key: { userId },
      why,
    });
    expect(found).toEqual([
      place("person000001", "userTokens", "unknown-key"),
      place("person000002", "memoryKey", "malformed"),
      place("person000003", "encryptionKey", "wrong-context"),
    ]);
    expect((await storedConnection("person000001")).userTokens).toBe(sealedElsewhere);
    expect(await flatWrong(people.slice(4), wrongSecrets)).toEqual([]);
    expect(await flatWrong(people, wrongCopies)).toEqual([]);

    const checked = await vaultCommand("vault-check", bothKeys);
    const text = checked.output.join("\n");
    expect(checked.end).toBe(1);
    expect(text).toContain(
      'Connection.userTokens of userId "person000001" is sealed with a key that is not in VAULT_KEYS (lost).',
    );
    expect(text).toContain('Connection.memoryKey of userId "person000002" is not a value');
    expect(text).toContain("3 do not open, 0 wait for npm run vault:rotate.");
    expect(text).not.toContain("secret");
    const rotated = await vaultCommand("vault-rotate", bothKeys);
    expect([rotated.end, rotated.output.at(-1)]).toEqual([
      1,
      "0 values moved to the key k2, 3 could not be opened.",
    ]);
  }, 60_000);

  it("of an old key is found by the check, until the rotation has moved it", async () => {
    await seedKeepers(1, oldVault);
    const { findings } = await check();
    expect(findings).toHaveLength(6);
    expect(findings[0]).toEqual({
      table: "Connection",
      column: "memoryKey",
      key: { userId: "person000000" },
      kid: "k1",
      why: "old-key",
    });
    await rotate();
    expect((await check()).findings).toEqual([]);
  });
});
