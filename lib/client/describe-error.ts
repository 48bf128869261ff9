import { ApiError, OfflineError, UnreadableAnswerError } from "./errors";

/**
 * A failure in the words a person reads, and what they can do about it: try `again`, `connect` to
 * Memoram, `sign-in` again, or nothing from here (`none`).
 */
export type ErrorDescription = {
  title: string;
  detail: string;
  remedy: "again" | "connect" | "sign-in" | "none";
  /** Names this request in the server's log; null when no answer arrived. */
  requestId: string | null;
};

/** Describes any thrown value; `what` names the undertaking: "Your memories could not be read". */
export function describeError(error: unknown, what: string): ErrorDescription {
  if (error instanceof ApiError) return describeProblem(error, what);
  if (error instanceof OfflineError) {
    return {
      title: what,
      detail: isOffline()
        ? "This device is offline. Nothing is lost: try again once it is connected."
        : "Keepsake did not answer. Check your connection and try again.",
      remedy: "again",
      requestId: null,
    };
  }
  if (error instanceof UnreadableAnswerError) {
    return {
      title: what,
      detail: "The answer was not one that Keepsake understands. Try again in a moment.",
      remedy: "again",
      requestId: null,
    };
  }
  return {
    title: what,
    detail: "Something failed on this page. Try again, or reload it.",
    remedy: "again",
    requestId: null,
  };
}

/** Whether memories may no longer be shown, not even those already read. */
export function isAccessProblem(error: unknown): boolean {
  return error instanceof ApiError && wordsFor(error).remedy === "connect";
}

const isOffline = () => typeof navigator !== "undefined" && navigator.onLine === false;

type Words = Pick<ErrorDescription, "detail" | "remedy"> & { title?: string };

function describeProblem(error: ApiError, what: string): ErrorDescription {
  const words = wordsFor(error);
  return { title: what, requestId: error.requestId, ...words };
}

function wordsFor(error: ApiError): Words {
  switch (error.code) {
    case "unauthenticated":
      return {
        title: "Your session has ended",
        detail: "Sign in again to go on where you were.",
        remedy: "sign-in",
      };
    case "not-connected":
      return {
        title: "Not connected to Memoram",
        detail: "Your memories lie in Memoram. Connect to see them here.",
        remedy: "connect",
      };
    case "access-pending":
      return {
        title: "Waiting for your approval",
        detail: "Memoram asks you, not us, whether Keepsake may read your memories.",
        remedy: "connect",
      };
    case "access-rejected":
      return {
        title: "You said no in Memoram",
        detail: "Keepsake may not read your memories. You can ask again whenever you like.",
        remedy: "connect",
      };
    case "access-revoked":
      return {
        title: "You took access back in Memoram",
        detail: "Keepsake has erased your key and can no longer read your memories.",
        remedy: "connect",
      };
    case "not-found":
      return {
        title: "This memory is not there",
        detail: "It may have been deleted here or by another tool, or the address is wrong.",
        remedy: "none",
      };
    case "memoram-unavailable":
      return {
        detail: "Memoram cannot be reached at the moment. Your memories are safe there.",
        remedy: "again",
      };
    case "memoram-timeout":
      return { detail: "Memoram took too long to answer. Try again.", remedy: "again" };
    case "memoram-bad-response":
      return {
        detail: "Memoram sent an answer that Keepsake cannot read. Try again in a moment.",
        remedy: "again",
      };
    case "memoram-credentials":
      return {
        detail:
          "Memoram refuses this installation of Keepsake. Whoever runs it has to mend its settings.",
        remedy: "again",
      };
    case "rate-limited":
    case "memoram-rate-limited":
      return { detail: pauseSentence(error), remedy: "again" };
    case "internal":
      return {
        detail: "Something failed in Keepsake. Nothing was changed that you can see.",
        remedy: "again",
      };
    default:
      return { detail: error.detail || `${error.title}.`, remedy: "again" };
  }
}

function pauseSentence({ code, retryAfterSeconds: seconds }: ApiError): string {
  const who = code === "memoram-rate-limited" ? "Memoram" : "Keepsake";
  if (!seconds) return `${who} asks for a short pause. Try again in a moment.`;
  const time = seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`;
  return `${who} asks for a pause. Try again in ${time}.`;
}
