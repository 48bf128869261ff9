import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { codeOf } from "@/scripts/test/memories";

/*
 * What is known of a create under an Idempotency-Key is keyed with NEXTAUTH_SECRET: a changed one must
 * not make a second memory of a call that is repeated.
 */
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let earlier: string;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "tomas");
  earlier = process.env.NEXTAUTH_SECRET ?? "";
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => sandbox.close());

/** A create, by an app that was started with these secrets. */
async function create(key: string, content: string, secrets: { now: string; past?: string }) {
  vi.stubEnv("NEXTAUTH_SECRET", secrets.now);
  vi.stubEnv("NEXTAUTH_PAST_SECRETS", secrets.past ?? "");
  vi.resetModules();
  const { memoriesOf } = await import("@/scripts/test/memories");
  return memoriesOf(person).create({ content }, { "idempotency-key": key });
}
const before = () => ({ now: earlier });
const after = () => ({ now: "the-secret-of-today-and-of-good-length", past: earlier });
const stored = async () => (await sandbox.control.blobs(person.memoram.id)).length;

it("gives the answer that was given, and refuses another body as ever", async () => {
  const first = await create("answered", "one", before());
  expect(first.status).toBe(201);
  const count = await stored();
  expect((await create("answered", "one", after())).text).toBe(first.text);
  expect(codeOf(await create("answered", "two", after()))).toEqual([422, "idempotency-mismatch"]);
  expect(await stored()).toBe(count);
});

it("finds the memory whose answer was lost", async () => {
  const count = await stored();
  const fault = { lostAnswer: true } as const;
  sandbox.control.fail({ method: "POST", path: "/memory-blobs", times: 1, fault });
  expect((await create("lost", "three", before())).status).toBe(503);
  expect((await create("lost", "three", after())).status).toBe(201);
  expect(await stored()).toBe(count + 1);
});

it("does not know a secret that is not given", async () => {
  await create("unknown", "four", before());
  const answer = await create("unknown", "four", { now: after().now });
  expect(codeOf(answer)).toEqual([422, "idempotency-mismatch"]);
});
