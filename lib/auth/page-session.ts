import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { userOfToken } from "@/lib/auth/require-user";
import { sessionCookieName } from "@/lib/auth/session-token";

/** The person who looks at a page, or null. */
export async function pageUserId(): Promise<string | null> {
  return userOfToken((await cookies()).get(sessionCookieName())?.value);
}

/** The person who looks at a page; whoever is not signed in is sent to sign in and back. */
export async function requirePageUserId(path: string): Promise<string> {
  const userId = await pageUserId();
  if (userId === null) redirect(`/signin?callbackUrl=${encodeURIComponent(path)}`);
  return userId;
}
