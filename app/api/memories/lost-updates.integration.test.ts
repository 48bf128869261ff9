import { afterAll, beforeAll, expect, it } from "vitest";
import { raceOfEdits, raceOfEditsAndDeletions, type Send } from "@/scripts/test/edit-race";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { memoriesOf } from "@/scripts/test/memories";

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
