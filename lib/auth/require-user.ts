import "server-only";
import type { NextRequest } from "next/server";
import { hashSessionToken, sessionCookieName } from "@/lib/auth/session-token";
import { findSession, type LiveSession } from "@/lib/db/sessions";
import { AppError } from "@/lib/errors";

/**
 * The session behind a cookie's value, or null. Asked of the database every time, so that ending a
 * session works at once; a database that does not answer is an error, not a "no".
 */
async function sessionOfToken(token: string | undefined): Promise<LiveSession | null> {
  if (!token || token.length > 512) return null;
  return findSession(hashSessionToken(token));
}

/** The person behind a session cookie's value, or null. */
export async function userOfToken(token: string | undefined): Promise<string | null> {
  return (await sessionOfToken(token))?.userId ?? null;
}

/** @throws AppError unauthenticated. */
export async function requireSession(
  request: NextRequest,
): Promise<{ userId: string; sessionId: string }> {
  const session = await sessionOfToken(request.cookies.get(sessionCookieName())?.value);
  if (session === null) throw new AppError("unauthenticated");
  return { userId: session.userId, sessionId: session.id };
}
