import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemTable } from "@/lib/contract/problem";
import { proxy } from "@/proxy";
import { apiRoutes, httpMethods } from "@/scripts/test/api-routes";
import { writesTo } from "@/scripts/test/bad-input/send-bad";
import { origin, startHarness } from "@/scripts/test/harness";
import { comparable, type Denial, deadCookies, everyDenial } from "@/scripts/test/who-may/denials";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let cookies: Awaited<ReturnType<typeof deadCookies>>;
beforeAll(async () => {
  sandbox = await startHarness();
  cookies = await deadCookies();
});
afterAll(() => sandbox.close());

async function ask(denial: Denial, { through }: { through: typeof proxy | null }) {
  const { route, method, path, params, headers, body } = denial;
  const request = () => new NextRequest(new URL(path, origin), { method, headers, body });
  const before = through?.(request());
  const isAnswered = before && before.headers.get("x-middleware-next") !== "1";
  const handlers = await route.load();
  // Next asks GET for what it answers to HEAD, where a file has no handler of its own for it.
  const handler = handlers[method] ?? (method === "HEAD" ? handlers.GET : undefined);
  if (!handler) throw new Error(`${denial.name} has no handler.`);
  const answer = isAnswered
    ? before
    : await handler(request(), { params: Promise.resolve(params) });
  return comparable(method, answer.status, answer.headers, await answer.text());
}

describe.each(apiRoutes())("$address", ({ address }) => {
  it.each(httpMethods)(
    "%s: every dead cookie is refused, with the proxy and without",
    async (method) => {
      sandbox.control.clearCalls();
      const mine = everyDenial(cookies).filter(
        (denial) => denial.route.address === address && denial.method === method,
      );
      for (const denial of mine) {
        const { code, allow, name } = denial;
        const [without, behind] = [
          await ask(denial, { through: null }),
          await ask(denial, { through: proxy }),
        ];
        expect({ name, ...behind }).toEqual({ name, ...without });
        expect({ name, ...without }).toEqual({
          name,
          status: problemTable[code].status,
          problem: method === "HEAD" ? {} : expect.objectContaining({ code }),
          hasItsId: true,
          headers: {
            "content-type": "application/problem+json",
            "cache-control": "no-store",
            allow,
            location: null,
            "set-cookie": null,
            etag: null,
          },
        });
      }
      expect(writesTo(sandbox)).toEqual([]);
    },
  );
});

it("has denied what there is to deny", () => {
  const all = everyDenial(cookies);
  const people = apiRoutes().filter(({ caller }) => caller === "person");
  // Seven methods of every address that is somebody's own, each with every dead cookie.
  expect(all.length).toBeGreaterThanOrEqual(people.length * 7 * Object.keys(cookies).length);
  console.log(`${all.length} denials, each with the proxy and without.`);
});
