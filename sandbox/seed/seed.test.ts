import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { layouts, open } from "../cipher";
import type { SandboxPerson } from "../control/control";
import { type RunningSandbox, startSandbox } from "../start";
import type { Blob } from "../store/blobs";
import { Developer } from "../testing/developer";
import { priya } from "./priya/priya";

let sandbox: RunningSandbox;
let developer: Developer;
beforeAll(async () => {
  sandbox = await startSandbox();
  developer = new Developer(sandbox);
}, 60_000);
afterAll(() => sandbox.close());

const daysAgo = (date: Date) => (Date.now() - date.getTime()) / 86_400_000;

/** How a memory lies in the store. */
function layoutOf(blob: Blob, { encryptionKey }: SandboxPerson): string {
  const opened = open(blob.content, encryptionKey);
  if (opened) return opened.layout;
  return /^[0-9a-f]+:[0-9a-f]+:[0-9a-f]+$/.test(blob.content) ? "another key" : "plaintext";
}

describe("the demo people", () => {
  it("are four, with nothing, a handful, about sixty and ten thousand memories", async () => {
    const people = await sandbox.control.people();
    const memories = people.map(({ slug, memories }) => [slug, memories]);
    expect(memories).toEqual([
      ["noor", 61],
      ["tomas", 0],
      ["priya", 10_000],
      ["wanjiru", 5],
    ]);
    for (const person of people) {
      expect(z.uuid().safeParse(person.id).success).toBe(true);
      expect(person.memoryKey).toMatch(/^mk_[0-9a-f]{40}$/);
      expect(person.encryptionKey).toMatch(/^[0-9a-f]{64}$/);
    }
    for (const field of ["id", "memoryKey", "encryptionKey"] as const) {
      expect(new Set(people.map((person) => person[field])).size).toBe(4);
    }
  });

  it.each([
    ["noor", 700],
    ["priya", 730],
  ] as const)(
    "%s: memories of two years, the newest of today, none of tomorrow",
    async (slug, days) => {
      const blobs = await sandbox.control.blobs((await developer.person(slug)).id);
      const [newest, oldest] = [blobs[0], blobs.at(-1)];
      if (!newest || !oldest) throw new Error("There are no memories.");
      expect(daysAgo(newest.created_at)).toBeLessThan(1);
      expect(daysAgo(newest.created_at)).toBeGreaterThan(0);
      expect(daysAgo(oldest.created_at)).toBeGreaterThan(days);
      const wrong = blobs.filter(
        ({ created_at, updated_at }) => updated_at < created_at || updated_at > new Date(),
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(["noor", "priya"])(
    "%s has content in every layout, plain and unreadable",
    async (slug) => {
      const person = await developer.person(slug);
      const found = new Map<string, number>();
      const blobs = await sandbox.control.blobs(person.id);
      for (const blob of blobs) {
        const layout = layoutOf(blob, person);
        found.set(layout, (found.get(layout) ?? 0) + 1);
      }
      expect([...found.keys()].toSorted()).toEqual(
        [...layouts, "another key", "plaintext"].toSorted(),
      );
      expect(found.get("gcm-hex")).toBeGreaterThan(blobs.length * 0.8);
    },
  );

  it("noor has what is awkward to show", async () => {
    const person = await developer.person("noor");
    const blobs = await sandbox.control.blobs(person.id);
    const texts = blobs.map(({ content }) => open(content, person.encryptionKey)?.text ?? content);
    expect(blobs.some(({ title }) => title === null)).toBe(true);
    expect(blobs.some(({ title }) => (title?.length ?? 0) > 200)).toBe(true);
    expect(blobs.some(({ title }) => title?.includes("<script>"))).toBe(true);
    expect(blobs.some(({ tags }) => tags.length === 0)).toBe(true);
    expect(blobs.some(({ importance }) => importance === 3)).toBe(true);
    expect(blobs.some(({ importance }) => importance === null)).toBe(true);
    expect(texts.some((text) => /\p{Script=Arabic}/u.test(text))).toBe(true);
    expect(texts.some((text) => text.includes("„"))).toBe(true);
    expect(texts.some((text) => text.includes("```ts"))).toBe(true);
    expect(texts.some((text) => /^\|---\|/m.test(text))).toBe(true);
    expect(texts.some((text) => text.includes("🐾"))).toBe(true);
  });

  it("noor's titles are as the pictures show them", async () => {
    const { id } = await developer.person("noor");
    const titles = (await sandbox.control.blobs(id)).map(({ title }) => title);
    expect(titles.slice(0, 7)).toEqual([
      "Prefers night trains to short flights",
      "The sourdough that finally worked",
      "Reads contracts aloud before signing",
      "Knee: no running on asphalt",
      "Sister moves to Lisbon in June",
      "Draft two of the lighthouse story",
      "Allergic to cashews, not to almonds",
    ]);
  });

  it("priya's memories are varied and the same at every start", () => {
    const [first, again] = [[...priya.memories()], [...priya.memories()]];
    expect(JSON.stringify(first)).toBe(JSON.stringify(again));
    expect(new Set(first.map(({ text }) => text)).size).toBeGreaterThan(9_000);
    expect(new Set(first.flatMap(({ tags }) => tags ?? [])).size).toBe(25);
  });
});
