import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import { proxy } from "./proxy";

const ask = (path: string, method = "GET") =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { method }));
const goesOn = (response: Response) => response.headers.get("x-middleware-next") === "1";

async function problemIn(response: Response) {
  const problem = problemSchema.strict().parse(await response.json());
  expect(response.status).toBe(problem.status);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-request-id")).toBe(problem.requestId);
  return problem;
}

describe("before the API", () => {
  it.each(["PROPFIND", "QUERY", "COPY", "LINK", "PURGE", "FOO"])(
    "%s, which Next would answer with an empty 400, is a problem",
    async (method) => {
      const response = ask("/api/memories", method);
      expect((await problemIn(response)).code).toBe("method-not-allowed");
      expect(response.headers.get("allow")).toContain("GET");
    },
  );

  it.each(["/api/x/%ff", "/api/%", "/api/memories/%E0%A4%A", "/api/%zz/x"])(
    "%s, which Next would answer with a 500, is not found",
    async (path) => {
      expect((await problemIn(ask(path))).code).toBe("not-found");
    },
  );

  it.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
    "%s goes on to the route, as it is",
    (method) => {
      for (const path of ["/api", "/api/memories", "/api/memories/a%2Fb?x=%ff", "/api/%C3%A9"]) {
        const response = ask(path, method);
        expect(goesOn(response)).toBe(true);
        expect(response.headers.get("content-security-policy")).toBeNull();
      }
    },
  );
});

describe("before a page", () => {
  const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
  const nonceIn = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1];

  it("sets a policy with a nonce of its own, and lets no script run without it", () => {
    const policies = [ask("/"), ask("/memories"), ask("/apiary")].map(policyOf);
    const nonces = policies.map(nonceIn);
    expect(new Set(nonces).size).toBe(3);
    for (const policy of policies) {
      const scripts = policy.split("; ").find((rule) => rule.startsWith("script-src")) ?? "";
      expect(scripts).toContain("'nonce-");
      expect(scripts).not.toContain("unsafe");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'none'");
    }
  });

  it("believes no nonce that a visitor brings along", () => {
    const headers = { "content-security-policy": "script-src 'nonce-mine'", "x-nonce": "mine" };
    const response = proxy(new NextRequest("http://localhost:3000/", { headers }));
    const passedOn = response.headers.get("x-middleware-request-content-security-policy") ?? "";
    expect(passedOn).not.toContain("mine");
    expect(passedOn).toBe(policyOf(response));
  });
});
