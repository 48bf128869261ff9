import { describe, expect, it } from "vitest";
import { type ProblemCode, problemCodes, problemTable } from "@/lib/contract/problem";
import { problemDetails } from "@/lib/contract/problem-details";
import { sentences } from "@/lib/contract/sentences";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translate } from "@/lib/i18n/translate";
import { describeError, isAccessProblem, remedyFor } from "./describe-error";
import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";

function api(code: ProblemCode, { retryAfter = null as number | null, detail = "" } = {}) {
  const { status, title } = problemTable[code];
  const problem = { type: "about:blank", title, status, detail, code, requestId: "r-1" };
  return new ApiError(problem, retryAfter);
}

const inLanguage = (locale: Locale, error: unknown) =>
  describeError(error, "Not saved", translate(locale, "errors"));
const detailOf = (error: unknown, locale: Locale = "en") => inLanguage(locale, error).detail;

describe.each(locales)("describeError in %s", (locale) => {
  it.each(problemCodes)("has calm words for %s", (code) => {
    const described = inLanguage(locale, api(code));
    expect(described.title).not.toBe("");
    expect(described.detail).toMatch(/\.$/);
    expect(described.detail).not.toMatch(/!|oops|hoppla|undefined|null|errors\./i);
    expect(described.requestId).toBe("r-1");
  });

  it("tells the three kinds of failure apart", () => {
    const failures = [
      api("internal"),
      new OfflineError(null),
      new UnreadableAnswerError(200, null),
      new TypeError("bug"),
    ];
    expect(new Set(failures.map((error) => detailOf(error, locale))).size).toBe(4);
  });
});

describe("describeError", () => {
  it("puts the API's own sentence in the person's language, where it knows it", () => {
    const refused = api("validation-failed", { detail: sentences.refusedByMemoram });
    expect(detailOf(refused)).toBe(sentences.refusedByMemoram);
    expect(detailOf(refused, "de")).toMatch(/^Memoram nimmt/);
    const general = api("payload-too-large", { detail: problemDetails["payload-too-large"] });
    expect(detailOf(general)).toBe(problemDetails["payload-too-large"]);
    expect(detailOf(general, "de")).toMatch(/1 MiB groß/);
    const newer = api("validation-failed", { detail: "A newer server's words." });
    expect(detailOf(newer, "de")).toBe("A newer server's words.");
  });

  it("says how long a pause lasts", () => {
    const pause = (code: ProblemCode, retryAfter: number | null, locale?: Locale) =>
      detailOf(api(code, { retryAfter }), locale);
    expect(pause("memoram-rate-limited", 7)).toBe("Memoram asks for a pause. Try again in 7 s.");
    expect(pause("rate-limited", 600)).toBe("Keepsake asks for a pause. Try again in 10 minutes.");
    expect(pause("rate-limited", 600, "de")).toContain("in 10 Minuten");
    expect(pause("rate-limited", null)).toContain("in a moment");
  });
});

describe("remedyFor", () => {
  it.each(["not-connected", "access-pending", "access-rejected", "access-revoked"] as const)(
    "sends %s to the connection page",
    (code) => {
      expect(remedyFor(api(code))).toBe("connect");
      expect(isAccessProblem(api(code))).toBe(true);
    },
  );

  it("takes no other failure for lost access", () => {
    expect(isAccessProblem(api("memoram-unavailable"))).toBe(false);
    expect(isAccessProblem(new OfflineError(null))).toBe(false);
  });

  it("sends an ended session to sign in", () => {
    expect(remedyFor(api("unauthenticated"))).toBe("sign-in");
  });
});
