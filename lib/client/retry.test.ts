import { describe, expect, it } from "vitest";
import { type ProblemCode, problemCodes, problemTable } from "@/lib/contract/problem";
import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";
import { retryDelay, shouldRetryRead } from "./retry";

function api(code: ProblemCode) {
  const { status, title } = problemTable[code];
  return new ApiError({ type: "about:blank", title, status, detail: "", code, requestId: "r" }, 1);
}

describe("shouldRetryRead", () => {
  it("repeats twice when no answer arrived", () => {
    const error = new OfflineError(null);
    expect([0, 1, 2].map((failures) => shouldRetryRead(failures, error))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each(problemCodes.filter((code) => problemTable[code].status < 500))(
    "never repeats after %s",
    (code) => expect(shouldRetryRead(0, api(code))).toBe(false),
  );

  it.each(["memoram-unavailable", "memoram-timeout", "memoram-bad-response", "internal"] as const)(
    "repeats after %s",
    (code) => expect(shouldRetryRead(0, api(code))).toBe(true),
  );

  it("does not repeat what only the operator can mend", () => {
    expect(shouldRetryRead(0, api("memoram-credentials"))).toBe(false);
  });

  it("repeats after an unreadable 5xx, not after an unreadable 200", () => {
    expect(shouldRetryRead(0, new UnreadableAnswerError(502, null))).toBe(true);
    expect(shouldRetryRead(0, new UnreadableAnswerError(200, null))).toBe(false);
  });

  it("leaves errors of the program alone", () => {
    expect(shouldRetryRead(0, new TypeError("bug"))).toBe(false);
  });
});

describe("retryDelay", () => {
  it("doubles, within its jitter", () => {
    expect([retryDelay(0, 0), retryDelay(0, 1)]).toEqual([375, 625]);
    expect([retryDelay(1, 0), retryDelay(1, 1)]).toEqual([750, 1250]);
  });
});
