import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { transportLimits } from "@/lib/memoram/transport";
import { assertNamesEvery } from "@/scripts/test/api-routes";
import { faultsOf } from "@/scripts/test/fault-server/faults";
import { startMatrix } from "@/scripts/test/fault-server/matrix";

/** Operations that never ask Memoram for anything. */
const staysHere = [
  "DELETE /api/account",
  "GET /api/account/sessions",
  "DELETE /api/account/sessions",
  "DELETE /api/account/sessions/{id}",
  "GET /api/activity",
  "DELETE /api/connection",
  "GET /api/cron/expire",
  "GET /api/health",
  "GET /api/preferences",
  "PATCH /api/preferences",
];

let matrix: Awaited<ReturnType<typeof startMatrix>>;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.close());

it("knows every operation: a new one belongs to the scenarios, or to those that stay here", async () => {
  const { failing, goingOn } = await matrix.freshApp();
  const asking = [...failing, ...goingOn].map(({ name }) => name);
  assertNamesEvery(
    "scripts/test/fault-server/scenarios.ts, or `staysHere` of app/api/fault-matrix.integration.test.ts,",
    asking.filter((name) => name !== "sign-in"),
    staysHere,
  );
});

/** Everything has to be looked up, status and credentials too, and every call fails alike. */
describe.each(Object.keys(faultsOf("http://nowhere.invalid")))("%s", (name) => {
  it("ends every operation with its problem, or with what was last known", async () => {
    const fault = matrix.fault(name);
    const { failing, goingOn, setScene } = await matrix.freshApp();
    const asked = await matrix.playTo([...failing, ...goingOn], fault, async () => {
      await setScene("long ago");
      await matrix.server.play(fault);
    });
    for (const each of asked.slice(0, failing.length)) matrix.expectFailure(each, fault);
    for (const each of asked.slice(failing.length)) matrix.expectSuccess(each);
    const ready = asked.find((each) => each.name === "GET /api/health/ready");
    expect(ready?.answer.text).toContain('"memoram":"down"');
    const met = new Set(
      matrix.server.received
        .filter(({ spoiled }) => spoiled)
        .map(({ method, path }) => `${method} ${path}`),
    );
    // Each by a call of its own: only the two creates look alike, and two say who they are in the body.
    // A fault of the connection knows no requests.
    if (typeof fault.does === "function") {
      expect(met.size).toBeGreaterThanOrEqual(failing.length - 2);
    }
    matrix.expectBounds();
    if (name === "50 MB") expect(matrix.mostRead()).toBeGreaterThan(transportLimits.bodyBytes / 2);
  });
});

it("what needs nothing of Memoram asks it for nothing", async () => {
  const { staying } = await matrix.freshApp();
  const asked = await matrix.playTo(staying, matrix.fault("503"), async () => undefined);
  for (const { name, answer } of asked) expect([name, answer.status]).toEqual([name, 200]);
  expect(matrix.server.received).toEqual([]);
});
