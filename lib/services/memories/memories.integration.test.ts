import { afterAll, beforeAll, expect, it } from "vitest";
import * as memoriesRoute from "@/app/api/memories/route";
import { authorize } from "@/lib/services/connection/authorize";
import { call, newPerson, startHarness } from "@/scripts/test/harness";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
beforeAll(async () => {
  sandbox = await startHarness();
});
afterAll(() => sandbox.close());

it("lists the memories of someone approved", async () => {
  const [noor] = await sandbox.control.people();
  if (!noor) throw new Error("no people");
  const person = await newPerson();
  const row = await authorize(person.userId, {
    memoryKey: noor.memoryKey,
    accessToken: "a",
    refreshToken: null,
    expiresAt: null,
    userId: noor.id,
  });
  expect(row?.status).toBe("pending");
  await sandbox.control.decide(row?.accessRequestId ?? "", "approved");
  const answer = await call(memoriesRoute.GET, "/api/memories", { cookie: person.cookie });
  expect(answer.status).toBe(200);
  expect(answer.json.items.length).toBeGreaterThan(10);
});
