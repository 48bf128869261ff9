import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { endSession } from "@/lib/auth/adapter";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { authOptions } from "@/lib/auth/options";
import { userOfToken } from "@/lib/auth/require-user";
import { sessionCookieName } from "@/lib/auth/session-token";
import type { SignInAttempt, SignInError } from "@/lib/auth/sign-in-attempt";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { refuse } from "@/lib/http/with-route";
import { causeOf, log } from "@/lib/log";
import { completeSignIn } from "@/lib/services/connection/connection";

type Context = { params: Promise<{ nextauth: string[] }> };

const actions: Record<string, readonly string[]> = {
  GET: ["providers", "session", "csrf", "signin", "signout", "callback", "error"],
  POST: ["signin", "signout", "callback"],
};

/**
 * What went wrong when our own code did not see it: next-auth stops before the code is exchanged
 * when its cookies for `state` and PKCE are missing, old or another provider's.
 */
function namedByNextAuth(error: string | null): SignInError {
  if (error === "OAuthAccountNotLinked") return "account-linked-elsewhere";
  return error === "OAuthCallback" ? "state-mismatch" : "failed";
}

/** RFC 6749, 4.1.2.1: how Memoram says that the person or it did not go on. */
function namedByMemoram(error: string): SignInError {
  if (error === "access_denied") return "denied";
  const down = error === "temporarily_unavailable" || error === "server_error";
  return down ? "memoram-unavailable" : "failed";
}

const knownProviders = () => ["memoram", ...furtherSignIns().map(({ id }) => id)];

function redirectTo(path: string, headers = new Headers()): Response {
  headers.set("location", new URL(path, env().NEXTAUTH_URL).href);
  return new Response(null, { status: 302, headers });
}

/** Cookies that next-auth keeps for one sign-in: after a failure they are of no more use. */
function forgetChecks(headers: Headers): void {
  const secure = env().NEXTAUTH_URL.startsWith("https:");
  for (const name of ["state", "pkce.code_verifier"]) {
    const full = `${secure ? "__Secure-" : ""}next-auth.${name}`;
    const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
    headers.append("set-cookie", `${full}=; ${attributes}`);
  }
}

/** To our page that says what happened; no session comes with it. */
function failed(error: SignInError): Response {
  const response = redirectTo(`/signin?error=${error}`);
  forgetChecks(response.headers);
  return response;
}

const pathOf = (location: string) => {
  const { pathname, search } = new URL(location, env().NEXTAUTH_URL);
  return pathname + search;
};

/** Where a fresh sign-in lands: on /connect while not approved, else where the person was going. */
async function landing(attempt: SignInAttempt, userId: string, location: string): Promise<string> {
  const connection = await completeSignIn(userId, attempt.tokens ?? null);
  const path = pathOf(location);
  const target = path === "/" || path.startsWith("/signin") ? "/memories" : path;
  if (connection.status === "approved") return target.startsWith("/connect") ? "/memories" : target;
  return target.startsWith("/connect") ? target : `/connect?next=${encodeURIComponent(target)}`;
}

/** The session that next-auth just made is worth nothing when what follows it failed. */
async function dropSession(headers: Headers): Promise<void> {
  const prefix = `${sessionCookieName()}=`;
  const cookie = headers.getSetCookie().find((line) => line.startsWith(prefix));
  const token = cookie?.slice(prefix.length).split(";")[0];
  if (token) await endSession(decodeURIComponent(token));
}

async function callback(request: NextRequest, context: Context, attempt: SignInAttempt) {
  const refused = request.nextUrl.searchParams.get("error");
  if (refused !== null) return failed(namedByMemoram(refused));
  const response: Response = await NextAuth(request, context, authOptions(attempt));
  const location = response.headers.get("location");
  const error = location ? new URL(location, env().NEXTAUTH_URL).searchParams.get("error") : null;
  if (attempt.failure || error !== null || !location || !attempt.userId) {
    return failed(attempt.failure ?? namedByNextAuth(error));
  }
  const headers = new Headers(response.headers);
  try {
    return redirectTo(await landing(attempt, attempt.userId, location), headers);
  } catch (cause) {
    log.error("connecting after sign-in failed", { cause: causeOf(cause) });
    if (!attempt.currentUserId) await dropSession(headers);
    return failed("failed");
  }
}

/** The addresses that next-auth serves; anything else is not ours. */
function assertKnown(method: string, [action = "", provider, ...rest]: string[]): void {
  if (!actions[method]) throw new AppError("method-not-allowed");
  const known = actions[method].includes(action) && rest.length === 0;
  const named = provider === undefined || knownProviders().includes(provider);
  if (!known || !named) throw new AppError("not-found");
}

/**
 * next-auth behind our manners: unknown addresses are problems, every failed sign-in ends on a
 * page of ours that names the reason, and a new sign-in is connected before the person lands.
 */
export async function authRoute(request: NextRequest, context: Context): Promise<Response> {
  const requestId = randomUUID();
  try {
    const { nextauth } = await context.params;
    assertKnown(request.method, nextauth);
    const token = request.cookies.get(sessionCookieName())?.value;
    const attempt: SignInAttempt = { currentUserId: await userOfToken(token) };
    const response =
      nextauth[0] === "callback"
        ? await callback(request, context, attempt)
        : await NextAuth(request, context, authOptions(attempt));
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (error) {
    const isCallback = request.nextUrl.pathname.startsWith("/api/auth/callback/");
    if (!(error instanceof AppError) && isCallback) {
      log.error("sign-in failed", { requestId, cause: causeOf(error) });
      return failed("failed");
    }
    return refuse(error, request.method, requestId);
  }
}
