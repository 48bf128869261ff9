import type { Messages } from "@/lib/i18n/english";

type SignInTexts = Messages["signIn"];

const reasons: Record<keyof SignInTexts, true> = {
  plain: true,
  general: true,
  denied: true,
  "code-rejected": true,
  "state-mismatch": true,
  "memoram-unavailable": true,
  "memoram-timeout": true,
  "memoram-bad-response": true,
  "memoram-credentials": true,
  "memoram-rate-limited": true,
  "rate-limited": true,
  "account-linked-elsewhere": true,
  "session-expired": true,
};

const isReason = (text: string): text is keyof SignInTexts => Object.hasOwn(reasons, text);

/** Which texts the `error` of a sign-in page's address asks for; none and unknown ones have theirs. */
export function signInReason(error: string | string[] | undefined): keyof SignInTexts {
  if (error === undefined || error === "") return "plain";
  return typeof error === "string" && isReason(error) ? error : "general";
}
