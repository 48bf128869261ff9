/** A cookie's value as it stands in this browser. Browser only. */
export function readCookie(name: string): string | undefined {
  const pair = document.cookie.split("; ").find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/**
 * The text for `document.cookie`: a year, every page, this site only. Null takes the cookie away.
 * @param secure over https only; false where the page itself came by http
 */
export function cookieText(name: string, value: string | null, secure: boolean): string {
  const age = value === null ? 0 : 31_536_000;
  return `${name}=${value ?? ""}; Path=/; Max-Age=${age}; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** Keeps a choice for a year on every page of this browser, or forgets it. Browser only. */
export function writeCookie(name: string, value: string | null): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = cookieText(name, value, window.location.protocol === "https:");
}
