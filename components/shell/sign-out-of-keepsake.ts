import type { QueryClient } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { tellSignedOut } from "@/lib/client/browser-person";
import { dropEverything } from "@/lib/client/drop-everything";

/**
 * Ends the session on the server, forgets everything that was read or typed, and loads the landing
 * page afresh. Throws when the server does not end it: the session then goes on.
 */
export async function signOutOfKeepsake(client: QueryClient): Promise<void> {
  const { url } = await signOut({ redirect: false, callbackUrl: "/" });
  // What next-auth answers instead of an error when it did not take the request.
  if (new URL(url, window.location.href).searchParams.has("csrf")) {
    throw new Error("The session was not ended.");
  }
  dropEverything(client);
  tellSignedOut();
  window.location.assign("/");
}
