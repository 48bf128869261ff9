import { signOut } from "next-auth/react";

/**
 * Ends the session on the server, then loads the landing page afresh. Throws when the server does
 * not answer: the session then goes on.
 */
export async function signOutOfKeepsake(): Promise<void> {
  await signOut({ callbackUrl: "/" });
}
