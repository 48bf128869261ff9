import { afterAll, beforeAll, expect, it } from "vitest";
import { leaseLeftMs } from "@/lib/db/leases";
import { memoryLease, underWayLease } from "@/lib/services/memories/alone";
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

it("of edits of one version by two people who share the memories one is done", async () => {
  const other = memoriesOf(await connectedPerson(sandbox, "wanjiru"));
  const both = [memoriesOf(person), other];
  const { id } = await sandbox.control.putBlob(person.memoram.id, { title: "t", content: "x" });
  const etag = (await other.read(id)).headers.get("etag") ?? "";
  const edits = Array.from({ length: 40 }, (_, at) =>
    both[at % 2]?.patch(id, { title: `writer ${at}` }, { "if-match": etag }),
  );
  const statuses = (await Promise.all(edits)).map((answer) => answer?.status);
  expect(statuses.toSorted()).toEqual([200, ...Array(39).fill(412)]);
});

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
  // Ten seconds since it was sent, of which silence has taken five.
  const left = await leaseLeftMs(underWayLease(memoryLease(person.memoram.id, id)));
  const most = "delayMs" in fault ? 5_500 : 10_000;
  expect([left, left <= most && left > most - 2_500]).toEqual([left, true]);
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

it("counts from when it was sent, not from when our own token was asked for", async () => {
  const { id } = await sandbox.control.putBlob(person.memoram.id, { title: "t", content: "x" });
  const { patch } = memoriesOf(person);
  const at = { method: "PATCH", path: `/memory-blobs/${id}`, times: 1 };
  // The first PATCH is refused for its token, and the new token takes its time.
  sandbox.control.fail({ ...at, fault: { status: 401 } });
  sandbox.control.fail({ path: "/auth/token", times: 1, fault: { delayMs: 4_000 } });
  sandbox.control.fail({ ...at, fault: { handledAfterMs: 8_000 } });
  expect((await patch(id, { title: "Late" })).json?.code).toBe("memoram-unavailable");
  expect((await patch(id, { title: "Then" })).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  expect(await titleOf(id)).toBe("Then");
}, 40_000);
