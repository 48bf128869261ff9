import "server-only";
import type { BrowserName } from "@/lib/auth/browser-name";
import type { UserTokens } from "@/lib/memoram/oauth";

/** Why a sign-in failed, as it stands in the address of the page that explains it. */
export type SignInError =
  | "denied"
  | "code-rejected"
  | "state-mismatch"
  | "account-linked-elsewhere"
  | "memoram-unavailable"
  | "memoram-timeout"
  | "memoram-bad-response"
  | "memoram-credentials"
  | "memoram-rate-limited"
  | "rate-limited"
  | "failed";

/**
 * What one request to next-auth learned. It lives beside next-auth and not in it, so that no
 * token passes through next-auth's accounts, events or logs.
 */
export type SignInAttempt = {
  /** Who was signed in before, by the session cookie. */
  currentUserId: string | null;
  /** What a new session is told apart from others by. */
  from?: BrowserName;
  tokens?: UserTokens;
  /** Who the account was linked to just now: see `linkAccount`. */
  linkedUserId?: string;
  userId?: string;
  failure?: SignInError;
};
