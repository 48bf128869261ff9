import { describe, expect, it } from "vitest";
import {
  ApiError,
  EndedShortError,
  OfflineError,
  UnreadableAnswerError,
} from "@/lib/client/errors";
import { problemOf } from "@/lib/client/testing/answers";
import { type ProblemCode, problemCodes } from "@/lib/contract/problem";
import { planRetry } from "./retry-plan";

const api = (code: ProblemCode, retryAfter: number | null = null) =>
  new ApiError(problemOf(code), retryAfter);

const plan = (error: unknown, failures = 0) => planRetry(error, failures, 0.5);

const lost: ProblemCode[] = [
  "unauthenticated",
  "not-connected",
  "access-pending",
  "access-rejected",
  "access-revoked",
];
const paused: ProblemCode[] = ["rate-limited", "memoram-rate-limited"];
const passing: ProblemCode[] = [
  "memoram-unavailable",
  "memoram-timeout",
  "memoram-bad-response",
  "internal",
];

describe("planRetry", () => {
  it.each(problemCodes)("has a plan for %s", (code) => {
    const { kind } = plan(api(code));
    if (lost.includes(code)) expect(kind).toBe("drop");
    else expect(kind).toBe(paused.includes(code) || passing.includes(code) ? "wait" : "stay");
  });

  it("waits as long as it is asked to, and else ten seconds", () => {
    expect(plan(api("memoram-rate-limited", 7))).toMatchObject({ delay: 7_000, passing: false });
    expect(plan(api("rate-limited", null))).toMatchObject({ delay: 10_000 });
    expect(plan(api("rate-limited", 0))).toMatchObject({ delay: 1_000 });
  });

  it("waits longer each time, up to a minute, and goes on at once when the network is back", () => {
    const delays = [0, 1, 2, 5, 6, 50].map((failures) => plan(new OfflineError(null), failures));
    expect(delays).toEqual(
      [1_000, 2_000, 4_000, 32_000, 60_000, 60_000].map((delay) => ({
        kind: "wait",
        delay,
        passing: true,
      })),
    );
    expect(plan(new EndedShortError(3))).toMatchObject({ kind: "wait", passing: true });
    expect(planRetry(new OfflineError(null), 0, 0)).toMatchObject({ delay: 750 });
    expect(planRetry(new OfflineError(null), 0, 1)).toMatchObject({ delay: 1_250 });
  });

  it("does not ask again by itself for what would be the same", () => {
    expect(plan(new UnreadableAnswerError(200, null)).kind).toBe("stay");
    expect(plan(new UnreadableAnswerError(502, null)).kind).toBe("wait");
    expect(plan(new TypeError("bug")).kind).toBe("stay");
  });
});
