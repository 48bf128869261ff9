import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createVault, parseVaultKeys } from "@/lib/crypto/vault";
import { db } from "@/lib/db/client";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { startLoad } from "@/scripts/test/rotation/load";
import { type Keeper, seedKeepers } from "@/scripts/test/rotation/people";
import { startVaultCommand, vaultCommand } from "@/scripts/test/rotation/vault-command";

const PEOPLE = 10_000;
const KILLS = 5;
const [older, newer] = ["k1", "k2"].map((kid) => `${kid}:${randomBytes(32).toString("base64")}`);
const bothKeys = `${newer},${older}`;

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness({ VAULT_KEYS: bothKeys }, { seedPeople: ["tomas", "wanjiru"] });
  await emptyDatabase();
});
afterAll(() => sandbox.close());

/** How many connections the rotation has moved, as far as the headers of their keys tell. */
async function movedConnections(header: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Connection" WHERE split_part("memoryKey", '.', 1) LIKE ${header}`;
  return row?.count ?? 0;
}

/** Headers differ in what follows the key's name: an initialization vector and a tag of their own. */
async function headersOfNewKey(): Promise<string> {
  const vault = createVault(parseVaultKeys(newer ?? ""));
  const sealed = await vault.seal("x", { table: "Connection", column: "memoryKey", userId: "u" });
  const header = Buffer.from(sealed.split(".")[0] ?? "", "base64url").toString();
  const upToName = header.slice(0, header.indexOf('"k2"') + 4);
  const whole = upToName.slice(0, upToName.length - (upToName.length % 3));
  return `${Buffer.from(whole).toString("base64url")}%`;
}

async function wrongAmong(
  keepers: readonly Keeper[],
  look: (person: Keeper) => Promise<string[]>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (let at = 0; at < keepers.length; at += 20) {
    const looks = await Promise.all(keepers.slice(at, at + 20).map(look));
    wrong.push(...looks.flat());
  }
  return wrong;
}

/**
 * 10,000 people whose 36,000 values an old key sealed; 50 readers and writers, one call after the
 * other through the services, two of them with whole lives of memories in Memoram's stand-in. The
 * rotation is a process of its own that is killed five times, each time after having moved some, and
 * begun again. Proven: no read fails or answers anything but what was written last, no answered
 * write is lost, everything ends up under the new key, and the old one can be taken away.
 */
it("a rotation that is killed five times loses nothing while fifty work", async () => {
  const startedAt = Date.now();
  const keepers = await seedKeepers(PEOPLE, createVault(parseVaultKeys(older ?? "")));
  const connected = [
    (await connectedPerson(sandbox, "tomas")).userId,
    (await connectedPerson(sandbox, "wanjiru")).userId,
  ];
  const seededAt = Date.now();
  const headers = await headersOfNewKey();
  const load = startLoad({ keepers, connected }, { readers: 24, writers: 24 });
  const moved: number[] = [];
  try {
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const rotation = startVaultCommand("vault-rotate", bothKeys);
      const enough = (PEOPLE * kill) / (KILLS + 1);
      while ((await movedConnections(headers)) < enough) await sleep(100);
      rotation.kill("SIGKILL");
      expect(await rotation.ended).toBe("SIGKILL");
      moved.push(await movedConnections(headers));
    }
    const last = await vaultCommand("vault-rotate", bothKeys);
    expect([last.end, last.output.at(-1)]).toEqual([
      0,
      expect.stringMatching(/^[1-9]\d* values moved to the key k2, 0 could not be opened\.$/),
    ]);
  } finally {
    await load.stop();
  }
  const rotatedAt = Date.now();
  expect(load.wrong).toEqual([]);
  expect(moved.at(-1)).toBeLessThan(PEOPLE);

  process.env.VAULT_KEYS = newer;
  vi.resetModules();
  const withoutOldKey = await import("@/scripts/test/rotation/people");
  expect(await wrongAmong(keepers, withoutOldKey.wrongSecrets)).toEqual([]);
  const withCopies = keepers.filter(
    ({ trashed, operations }, at) => operations.size > 1 || (trashed !== null && at % 50 === 0),
  );
  expect(await wrongAmong(withCopies, withoutOldKey.wrongCopies)).toEqual([]);
  const checked = await vaultCommand("vault-check", newer ?? "");
  expect([checked.end, checked.output.at(-1)]).toEqual([
    0,
    "0 do not open, 0 wait for npm run vault:rotate.",
  ]);
  const seconds = (from: number, to: number) => Math.round((to - from) / 1_000);
  console.log(
    `${load.reads} reads, ${load.writes} writes; moved at each kill ${moved.join(", ")}; ` +
      `${seconds(startedAt, seededAt)} s to seed, ${seconds(seededAt, rotatedAt)} s to rotate, ` +
      `${seconds(rotatedAt, Date.now())} s to check`,
  );
}, 1_200_000);
