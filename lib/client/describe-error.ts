import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { problemDetails } from "@/lib/contract/problem-details";
import { sentences } from "@/lib/contract/sentences";
import type { Translator } from "@/lib/i18n/translator";
import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";

/** What a person can do about a failure; `none`: nothing from here. */
export type Remedy = "again" | "connect" | "sign-in" | "none";

/** A failure in the words a person reads, and what they can do about it. */
export type ErrorDescription = {
  title: string;
  detail: string;
  remedy: Remedy;
  /** Names this request in the server's log; null when no answer arrived. */
  requestId: string | null;
};

/** `describeError` in the language of the page. */
export function useDescribeError(): (error: unknown, what: string) => ErrorDescription {
  const t = useTranslations("errors");
  return useCallback((error, what) => describeError(error, what, t), [t]);
}

/** Describes any thrown value; `what` names the undertaking: "Your memories could not be read". */
export function describeError(
  error: unknown,
  what: string,
  t: Translator<"errors">,
): ErrorDescription {
  const remedy = remedyFor(error);
  if (error instanceof ApiError) {
    return { title: what, remedy, requestId: error.requestId, ...wordsFor(error, t) };
  }
  return { title: what, detail: t(withoutAnswer(error)), remedy, requestId: null };
}

function withoutAnswer(error: unknown) {
  if (error instanceof OfflineError) return isOffline() ? "offline" : "noAnswer";
  return error instanceof UnreadableAnswerError ? "unreadableAnswer" : "pageFailed";
}

const isOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;

/** What helps against any thrown value. */
export function remedyFor(error: unknown): Remedy {
  if (!(error instanceof ApiError)) return "again";
  switch (error.code) {
    case "unauthenticated":
      return "sign-in";
    case "not-connected":
    case "access-pending":
    case "access-rejected":
    case "access-revoked":
      return "connect";
    case "not-found":
      return "none";
    default:
      return "again";
  }
}

/** Whether memories may no longer be shown, not even those already read. */
export function isAccessProblem(error: unknown): boolean {
  return remedyFor(error) === "connect";
}

type Words = Pick<ErrorDescription, "detail"> & { title?: string };

function wordsFor(error: ApiError, t: Translator<"errors">): Words {
  const both = (key: "unauthenticated" | "notConnected" | AccessKey | "notFound") => ({
    title: t(`${key}.title`),
    detail: t(`${key}.detail`),
  });
  switch (error.code) {
    case "unauthenticated":
      return both("unauthenticated");
    case "not-connected":
      return both("notConnected");
    case "access-pending":
      return both("accessPending");
    case "access-rejected":
      return both("accessRejected");
    case "access-revoked":
      return both("accessRevoked");
    case "not-found":
      return both("notFound");
    case "memoram-unavailable":
      return { detail: t("memoramUnavailable") };
    case "memoram-timeout":
      return { detail: t("memoramTimeout") };
    case "memoram-bad-response":
      return { detail: t("memoramBadResponse") };
    case "memoram-credentials":
      return { detail: t("memoramCredentials") };
    case "rate-limited":
    case "memoram-rate-limited":
      return { detail: pauseSentence(error, t) };
    case "internal":
      return { detail: t("internal") };
    default:
      return { detail: saidByApi(error, t) };
  }
}

type AccessKey = "accessPending" | "accessRejected" | "accessRevoked";

/** What services say of a call as a whole; of single values the `validation` texts do. */
const translated = ["refusedByMemoram", "copyLost", "tagOperationsFull"] as const;

/** The API's own sentence, in the person's language where it is one that this build knows. */
function saidByApi({ code, detail }: ApiError, t: Translator<"errors">): string {
  const known = translated.find((name) => detail === sentences[name]);
  if (known) return t(known);
  return detail === "" || detail === problemDetails[code] ? t(`problems.${code}.detail`) : detail;
}

function pauseSentence(error: ApiError, t: Translator<"errors">): string {
  const { code, retryAfterSeconds: seconds } = error;
  const who = code === "memoram-rate-limited" ? "Memoram" : "Keepsake";
  if (!seconds) return t("shortPause", { who });
  if (seconds < 90) return t("pauseSeconds", { who, seconds: String(seconds) });
  return t("pauseMinutes", { who, minutes: Math.ceil(seconds / 60) });
}
