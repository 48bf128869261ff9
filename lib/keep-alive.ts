import "server-only";
import { after } from "next/server";

/**
 * Keeps this process running until `work` has ended, although the request that began it is answered:
 * a host of functions lets it stand still otherwise. Outside of a request, as in a script, nothing
 * stands still and nothing needs to be kept.
 */
export function keepAlive(work: Promise<unknown>): void {
  try {
    after(work);
  } catch {
    // `after` throws where there is no request: see above.
  }
}
