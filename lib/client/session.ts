import { isApiError } from "./errors";
import { hasUnsavedWork } from "./unsaved-work";

/** Where to sign in again and come back to `here` (path, query and fragment). */
export function signInAgainHref(here: string): string {
  return `/signin?${new URLSearchParams({ error: "session-expired", callbackUrl: here })}`;
}

/** This page's address without its origin. Browser only. */
export function currentPath(): string {
  const { pathname, search, hash } = window.location;
  return pathname + search + hash;
}

let leaving = false;

/**
 * Goes to the sign-in page when `error` says that the session is over: at once, unless somebody
 * has typed something that is not saved. Then the form says so and offers the way (see
 * `signInAgainHref`). A full page load, so that nothing read before stays in memory.
 */
export function leaveWhenSignedOut(error: unknown): void {
  if (leaving || !isApiError(error, "unauthenticated") || hasUnsavedWork()) return;
  leaving = true;
  window.location.assign(signInAgainHref(currentPath()));
}
