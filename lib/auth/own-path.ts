import "server-only";
import { env } from "@/lib/env";

/**
 * The path of an address that is ours, with query and fragment; null for any other. An address is
 * ours when a browser would stay with us, also when it reads the path alone: `//x` and `/\x` name
 * another site, and so does what only becomes one of them when dots and line breaks are tidied.
 */
export function ownPath(address: string): string | null {
  const { NEXTAUTH_URL: origin } = env();
  if (!/^(\/|https?:)/i.test(address) || !URL.canParse(address, origin)) return null;
  const url = new URL(address, origin);
  if (url.origin !== origin || url.username || url.password) return null;
  const path = url.pathname + url.search + url.hash;
  return /^\/[/\\]/.test(path) ? null : path;
}

const isNoPlaceToGo = (path: string) => /^\/(api|signin)?([/?#]|$)/.test(path);
const isConnect = (path: string) => /^\/connect([/?#]|$)/.test(path);

/** Where a fresh sign-in lands: on /connect while not approved, else where the person was going. */
export function landingPath(address: string, isApproved: boolean): string {
  const path = ownPath(address);
  const target = path === null || isNoPlaceToGo(path) ? "/memories" : path;
  if (isApproved) return isConnect(target) ? "/memories" : target;
  return isConnect(target) ? target : `/connect?next=${encodeURIComponent(target)}`;
}
