import { afterAll, beforeAll, expect, it } from "vitest";
import { raceOfEdits, raceOfEditsAndDeletions, type Send } from "@/scripts/test/edit-race";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { memoriesOf } from "@/scripts/test/memories";
import type { Fault } from "../../../sandbox/control/faults";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
  person = await connectedPerson(sandbox, "wanjiru");
});
afterAll(() => sandbox.close());

const send: Send = async (_, id, { method, body, headers }) => {
  const { patch, remove } = memoriesOf(person);
  const answer = await (method === "PATCH" ? patch(id, body, headers) : remove(id, headers));
  return { status: answer.status, code: answer.json?.code, text: answer.text };
};

it("of a hundred edits of one version one is done, and the others are told", async () => {
  // What one of them learns of the memory the others, who wait, learn too.
  expect(await raceOfEdits({ sandbox, person, send })).toBeLessThan(20);
});

it.each(["PATCH", "DELETE"] as const)(
  "of edits and deletions of one version one is done: a %s that comes first, or another",
  async (first) => {
    expect(["PATCH", "DELETE"]).toContain(
      await raceOfEditsAndDeletions({ sandbox, person, send }, first),
    );
  },
);

const late: Fault[] = [
  { delayMs: 7_000 },
  { handledAfterMs: 2_000 },
  { handledAfterMs: 2_000, status: 502 },
];

/** A PATCH that Memoram handles two seconds after we gave up on it, or lost it. */
async function lateEdit(title: string, fault: Fault) {
  const { id } = await sandbox.control.putBlob(person.memoram.id, {
    title: "Before",
    content: "x",
  });
  const { read, patch } = memoriesOf(person);
  const etag = (await read(id)).headers.get("etag") ?? "";
  sandbox.control.fail({ method: "PATCH", path: `/memory-blobs/${id}`, times: 1, fault });
  const { json } = await patch(id, { title }, { "if-match": etag });
  expect(json?.code).toBe("delayMs" in fault ? "memoram-timeout" : "memoram-unavailable");
  return { id, etag };
}
const titleOf = async (id: string) => (await memoriesOf(person).read(id)).json?.title;

it.each([
  ["an edit from the same version is told", "PATCH", true, 412, "Late"],
  ["an edit of whatever is there is the last", "PATCH", false, 200, "Then"],
  ["a deletion from the same version is told", "DELETE", true, 412, "Late"],
] as const)(
  "after an edit that takes effect late %s",
  async (_, method, isBased, status, title) => {
    const { patch, remove } = memoriesOf(person);
    const after = async (fault: Fault) => {
      const { id, etag } = await lateEdit("Late", fault);
      const headers: Record<string, string> = isBased ? { "if-match": etag } : {};
      const next = method === "PATCH" ? patch(id, { title: "Then" }, headers) : remove(id, headers);
      expect((await next).status).toBe(status);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect(await titleOf(id)).toBe(title);
    };
    await Promise.all(late.map(after));
  },
  60_000,
);
