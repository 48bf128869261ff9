import { describe, expect, it } from "vitest";
import { type ProblemCode, problemCodes, problemTable } from "@/lib/contract/problem";
import { describeError, isAccessProblem } from "./describe-error";
import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";

function api(code: ProblemCode, retryAfter: number | null = null) {
  const { status, title } = problemTable[code];
  const problem = { type: "about:blank", title, status, detail: "", code, requestId: "r-1" };
  return new ApiError(problem, retryAfter);
}

describe("describeError", () => {
  it.each(problemCodes)("has calm words for %s", (code) => {
    const described = describeError(api(code), "Not saved");
    expect(described.title).not.toBe("");
    expect(described.detail).toMatch(/\.$/);
    expect(described.detail).not.toMatch(/!|oops|undefined|null/i);
    expect(described.requestId).toBe("r-1");
  });

  it.each(["not-connected", "access-pending", "access-rejected", "access-revoked"] as const)(
    "sends %s to the connection page",
    (code) => {
      expect(describeError(api(code), "x").remedy).toBe("connect");
      expect(isAccessProblem(api(code))).toBe(true);
    },
  );

  it("takes no other failure for lost access", () => {
    expect(isAccessProblem(api("memoram-unavailable"))).toBe(false);
    expect(isAccessProblem(new OfflineError(null))).toBe(false);
  });

  it("sends an ended session to sign in", () => {
    expect(describeError(api("unauthenticated"), "x").remedy).toBe("sign-in");
  });

  it("says how long a pause lasts", () => {
    expect(describeError(api("memoram-rate-limited", 7), "x").detail).toContain("Memoram");
    expect(describeError(api("memoram-rate-limited", 7), "x").detail).toContain("7 s");
    expect(describeError(api("rate-limited", 600), "x").detail).toContain("10 minutes");
  });

  it("tells the three kinds of failure apart", () => {
    const details = [
      api("internal"),
      new OfflineError(null),
      new UnreadableAnswerError(200, null),
      new TypeError("bug"),
    ].map((error) => describeError(error, "x").detail);
    expect(new Set(details).size).toBe(4);
  });
});
