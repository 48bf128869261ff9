import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * A read that leaves a trace, such as an entry in the activity, is not for a link on another site.
 * @throws AppError cross-site when the browser says that it comes from one.
 */
export function assertNotFromElsewhere(headers: Headers): void {
  const site = headers.get("sec-fetch-site")?.trim();
  if (site === "cross-site" || site === "same-site") throw new AppError("cross-site");
}

/**
 * A mutation must come from a page of ours: `Sec-Fetch-Site: same-origin`, or, where a client does
 * not send that header, an `Origin` equal to ours.
 * @throws AppError cross-site.
 */
export function assertSameSite(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const ok =
    site === null ? headers.get("origin") === env().NEXTAUTH_URL : site.trim() === "same-origin";
  if (!ok) throw new AppError("cross-site");
}
