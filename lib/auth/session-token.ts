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

/** `Set-Cookie` lines that take away what a browser keeps of a person who is no more. */
export function forgottenCookies(): string[] {
  const secure = env().NEXTAUTH_URL.startsWith("https:");
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
  const callbackUrl = `${secure ? "__Secure-" : ""}next-auth.callback-url`;
  return [sessionCookieName(), callbackUrl].map((name) => `${name}=; ${attributes}`);
}
