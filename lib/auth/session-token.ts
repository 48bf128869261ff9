import "server-only";
import { createHash } from "node:crypto";
import { env } from "@/lib/env";

/** What the database keeps of a session cookie: a dump opens no session. */
export function hashSessionToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** next-auth's own name: prefixed on https, so that browsers refuse it from anywhere else. */
export function sessionCookieName(): string {
  const prefix = env().NEXTAUTH_URL.startsWith("https:") ? "__Secure-" : "";
  return `${prefix}next-auth.session-token`;
}
