import "server-only";
import type { NextRequest } from "next/server";
import { hashSessionToken, sessionCookieName } from "@/lib/auth/session-token";
import { findSessionUser } from "@/lib/db/accounts";
import { AppError } from "@/lib/errors";

/**
 * The person behind a session cookie's value, or null. Asked of the database every time, so that
 * ending a session works at once; a database that does not answer is an error, not a "no".
 */
export async function userOfToken(token: string | undefined): Promise<string | null> {
  if (!token || token.length > 512) return null;
  return findSessionUser(hashSessionToken(token));
}

/** @throws AppError unauthenticated. */
export async function requireUserId(request: NextRequest): Promise<string> {
  const userId = await userOfToken(request.cookies.get(sessionCookieName())?.value);
  if (userId === null) throw new AppError("unauthenticated");
  return userId;
}
