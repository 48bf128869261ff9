import { describe, expect, it } from "vitest";
import {
  type ProblemCode,
  problemCodes,
  problemSchema,
  problemTable,
} from "@/lib/contract/problem";
import { AppError, invalid } from "@/lib/errors";
import { problemResponse, toProblem } from "./problem";

/** As the API's description fixes them, written down a second time on purpose. */
const described: Record<ProblemCode, number> = {
  unauthenticated: 401,
  "cross-site": 403,
  "malformed-json": 400,
  "unsupported-media-type": 415,
  "payload-too-large": 413,
  "validation-failed": 422,
  "not-found": 404,
  "edit-conflict": 412,
  "idempotency-mismatch": 422,
  "rate-limited": 429,
  "unreadable-content": 409,
  "method-not-allowed": 405,
  "not-connected": 409,
  "access-pending": 409,
  "access-rejected": 403,
  "access-revoked": 403,
  "memoram-unavailable": 503,
  "memoram-timeout": 504,
  "memoram-bad-response": 502,
  "memoram-rate-limited": 429,
  "memoram-credentials": 502,
  internal: 500,
};

it("has the codes that are described, and no others", () => {
  expect([...problemCodes].sort()).toEqual(Object.keys(described).sort());
});

describe.each(problemCodes)("%s", (code) => {
  const secret = "s3cret-cause";
  const answer = () =>
    problemResponse(new AppError(code, { cause: new Error(secret) }), "the-request");

  it("answers its status as problem details that nobody stores", async () => {
    const response = answer();
    expect(response.status).toBe(described[code]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-request-id")).toBe("the-request");
    const body = problemSchema.strict().parse(await response.json());
    expect(body).toMatchObject({ code, status: described[code], requestId: "the-request" });
    expect(body.type).toBe(`/problems/${code}`);
    expect(body.title).toBe(problemTable[code].title);
    expect(body.detail.length).toBeGreaterThan(10);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it("has errors and Retry-After only where they belong", async () => {
    const response = answer();
    const body = await response.json();
    expect("errors" in body).toBe(code === "validation-failed");
    expect(response.headers.get("retry-after")).toBe(described[code] === 429 ? "10" : null);
  });
});

it("passes Retry-After and the refused values on", () => {
  const limited = new AppError("memoram-rate-limited", { retryAfterSeconds: 77 });
  expect(problemResponse(limited, "r").headers.get("retry-after")).toBe("77");
  const refused = toProblem(invalid("tags.0", "No."), "r");
  expect(refused.errors).toEqual([{ path: "tags.0", message: "No." }]);
});

it("never lists values for a code that has none to list", () => {
  const errors = [{ path: "a", message: "b" }];
  expect("errors" in toProblem(new AppError("not-found", { errors }), "r")).toBe(false);
});
