import { randomUUID } from "node:crypto";
import { authorize } from "@/lib/services/connection/authorize";
import { createMemory } from "@/lib/services/memories/create";
import { deleteMemory } from "@/lib/services/memories/delete";
import { listMemoryVersions } from "@/lib/services/memories/versions";
import { updateMemory } from "@/lib/services/memories/write";
import { beginTagOperation, endTagOperation } from "@/lib/services/tag-operations";
import { restoreFromTrash } from "@/lib/services/trash/restore";
import { type Keeper, wrongCopies, wrongSecrets } from "./people";

/** What goes on while the vault is rotated. `wrong` names every call that failed or answered wrong. */
export type Load = {
  reads: number;
  writes: number;
  wrong: string[];
  /** Lets every call end that is under way. */
  stop(): Promise<void>;
};

/** A sequence that is the same in every run, for each seed another one. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A renewed sign-in: it writes tokens, and only while the key is the one that was looked at. */
async function signInAgain(person: Keeper): Promise<void> {
  const accessToken = randomUUID();
  const { memoryKey } = person;
  const tokens = { memoryKey, accessToken, refreshToken: null, expiresAt: null, userId: null };
  const row = await authorize(person.userId, tokens);
  if (row?.status !== "approved") throw new Error(`the sign-in left it ${row?.status}`);
  person.accessToken = accessToken;
}

/** Begins a tag operation and ends the one before it. */
async function operate({ userId, operations }: Keeper): Promise<void> {
  const name = randomUUID();
  const { id } = await beginTagOperation(userId, { from: [name], to: null });
  const [earlier] = operations.keys();
  operations.set(id, name);
  if (earlier === undefined) return;
  await endTagOperation(userId, earlier);
  operations.delete(earlier);
}

/** One memory's whole life, in Memoram's stand-in: outcomes, versions and copies are sealed on the way. */
async function liveThrough(userId: string): Promise<void> {
  const key = randomUUID();
  const body = { content: `first ${key}`, tags: [] };
  const { memory } = await createMemory(userId, body, key);
  const again = await createMemory(userId, body, key);
  if (again.memory.id !== memory.id) throw new Error("a key made a second memory");
  await updateMemory(userId, memory.id, { content: "second" }, null);
  const [version] = await listMemoryVersions(userId, memory.id);
  if (version?.memory.content !== body.content) throw new Error("an earlier version is missing");
  await deleteMemory(userId, memory.id, null);
  const back = await restoreFromTrash(userId, memory.id);
  if (back.memory.content !== "second") throw new Error("what came back is not what was deleted");
}

/**
 * Readers and writers, each doing one call after the other through the services until they are
 * stopped. Every writer has people of its own, so that what was answered last is known; readers
 * leave alone what is being written at that moment.
 * @param people.connected whom Memoram's stand-in knows
 */
export function startLoad(
  people: { keepers: readonly Keeper[]; connected: readonly string[] },
  { readers, writers }: { readers: number; writers: number },
): Load {
  const { keepers, connected } = people;
  let going = true;
  /** Goes up when a write to a person begins and when it ends: odd while one is under way. */
  const rounds = new Map<Keeper, number>();
  const roundOf = (person: Keeper) => rounds.get(person) ?? 0;
  const load: Load = { reads: 0, writes: 0, wrong: [], stop: async () => undefined };

  async function attempt(what: string, work: () => Promise<string[] | undefined>): Promise<void> {
    try {
      load.wrong.push(...((await work()) ?? []));
    } catch (error) {
      load.wrong.push(`${what}: ${error}`);
    }
  }

  async function read(seed: number): Promise<void> {
    const below = random(seed);
    while (going) {
      // From the writers' people too, but not from the few who are written to right now.
      const person = keepers[below(keepers.length)];
      if (!person || roundOf(person) % 2 === 1) continue;
      const round = roundOf(person);
      const copies = below(4) === 0;
      await attempt(`reading ${person.userId}`, async () => {
        const wrong = await (copies ? wrongCopies : wrongSecrets)(person);
        return roundOf(person) === round ? wrong : [];
      });
      load.reads += 1;
    }
  }

  async function write(seed: number): Promise<void> {
    const below = random(seed);
    const own = keepers.filter((_, at) => at % writers === seed % writers);
    while (going) {
      const person = own[below(own.length)];
      if (!person) return;
      rounds.set(person, roundOf(person) + 1);
      const change = below(3) === 0 ? operate : signInAgain;
      await attempt(`writing ${person.userId}`, async () => {
        await change(person);
        return [];
      });
      rounds.set(person, roundOf(person) + 1);
      load.writes += 1;
    }
  }

  async function live(userId: string): Promise<void> {
    while (going) {
      await attempt(`a memory of ${userId}`, async () => {
        await liveThrough(userId);
        return [];
      });
      load.writes += 1;
    }
  }

  const all = [
    ...Array.from({ length: readers }, (_, at) => read(at + 1)),
    ...Array.from({ length: writers }, (_, at) => write(at + 1_001)),
    ...connected.map(live),
  ];
  load.stop = async () => {
    going = false;
    await Promise.all(all);
  };
  return load;
}
