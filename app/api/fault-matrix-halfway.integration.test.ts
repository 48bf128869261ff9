import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { faultsOf, upstreamWords } from "@/scripts/test/fault-server/faults";
import { startMatrix } from "@/scripts/test/fault-server/matrix";
import { origin } from "@/scripts/test/harness";

let matrix: Awaited<ReturnType<typeof startMatrix>>;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.close());

const names = Object.entries(faultsOf("http://nowhere.invalid"));
/** What can be played to one request while another goes through. */
const ofRequests = names.filter(([, { does }]) => typeof does === "function").map(([name]) => name);

const isNextPage = ({ path }: { path: string }) => /[?&]cursor=/.test(path);
const isWrite = ({ method, path }: { method: string; path: string }) =>
  method !== "GET" && /\/(memory-blobs|access-requests)/.test(path);

/** Requests by method and address without ids and query, counted. */
function counted(requests: { method: string; path: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { method, path } of requests) {
    const [, address = ""] = /\/api\/v1(\/[\w-]+)/.exec(path) ?? [];
    const name = `${method} ${address}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe.each(ofRequests)("%s", (name) => {
  it("at the write itself and in the middle of a stream: said, and no write is repeated", async () => {
    const fault = matrix.fault(name);
    const { failing, onTheWay, setScene } = await matrix.freshApp();
    const writing = failing.filter((each) => !/^GET|sign-in/.test(each.name));
    const scenarios = [onTheWay.stream, onTheWay.signIn, ...writing];
    const [stream, signIn, ...written] = await matrix.playTo(scenarios, fault, async () => {
      await setScene("just now");
      await matrix.server.play(fault, (request) => isWrite(request) || isNextPage(request));
    });
    for (const each of written) {
      // Memoram promises a 200 and no body [D]: with the head, the memory is deleted.
      const isDone = each.name === "DELETE /api/memories/{id}" && fault.hasGoodHead;
      if (isDone) matrix.expectSuccess(each);
      else matrix.expectFailure(each, fault);
    }
    // A write that was refused for its token did not happen: it is sent once more with a new one.
    const each = fault.code === "memoram-credentials" ? 2 : 1;
    expect(counted(matrix.server.received.filter(isWrite))).toEqual({
      "POST /memory-blobs": 2 * each,
      "PATCH /memory-blobs": 2 * each,
      "DELETE /memory-blobs": each,
      "POST /access-requests": 3 * each,
    });
    const lines = stream?.answer.text.trim().split("\n") ?? [];
    expect(lines).toHaveLength(51);
    expect(problemSchema.strict().parse(JSON.parse(lines.at(-1) ?? "")).code).toBe(fault.code);
    expect(lines.at(-1)).not.toContain(upstreamWords);
    // Whoever came back from Memoram is signed in, with a way to ask again.
    const landing = `${origin}/connect?next=%2Fmemories`;
    expect([signIn?.answer.status, signIn?.answer.location]).toEqual([302, landing]);
    matrix.expectBounds();
  });
});
