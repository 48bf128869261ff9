import "server-only";
import { createHash } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { userOfToken } from "@/lib/auth/require-user";
import { sessionCookieName } from "@/lib/auth/session-token";
import { listProviders } from "@/lib/db/accounts";
import { pagePathHeader } from "@/lib/page-path";
import { storedStatus } from "@/lib/services/connection/connection";

async function pagePath(): Promise<string> {
  return (await headers()).get(pagePathHeader) ?? "/memories";
}

/** The person who looks at a page, or null. */
export async function pageUserId(): Promise<string | null> {
  return userOfToken((await cookies()).get(sessionCookieName())?.value);
}

/** The person who looks at a page; whoever is not signed in is sent to sign in and back. */
export async function requirePageUserId(): Promise<string> {
  const userId = await pageUserId();
  if (userId === null) redirect(`/signin?callbackUrl=${encodeURIComponent(await pagePath())}`);
  return userId;
}

/** Tells one person from another in the browser; no id of ours, and nothing about them. */
export function personMark(userId: string): string {
  return createHash("sha256").update(`keepsake person ${userId}`).digest("base64url").slice(0, 22);
}

/** The providers whose sign-in leads to this person. */
export function linkedSignIns(userId: string): Promise<string[]> {
  return listProviders(userId);
}

/** For pages that need memories: whoever is not connected is sent to /connect and back. */
export async function requireConnectedPage(): Promise<void> {
  const userId = await requirePageUserId();
  if ((await storedStatus(userId)) === "approved") return;
  redirect(`/connect?next=${encodeURIComponent(await pagePath())}`);
}
