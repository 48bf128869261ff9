import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { endSession } from "@/lib/auth/adapter";
import { browserNameOf } from "@/lib/auth/browser-name";
import { callbackCookie } from "@/lib/auth/callback-cookie";
import { cleanedRequest } from "@/lib/auth/cleaned-request";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { authOptions } from "@/lib/auth/options";
import { landingPath, ownPath } from "@/lib/auth/own-path";
import { userOfToken } from "@/lib/auth/require-user";
import { sessionCookieName } from "@/lib/auth/session-token";
import type { SignInAttempt, SignInError } from "@/lib/auth/sign-in-attempt";
import { env } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { addressOf } from "@/lib/http/address";
import { problemResponse } from "@/lib/http/problem";
import { refuse } from "@/lib/http/with-route";
import { causeOf, log } from "@/lib/log";
import { completeSignIn } from "@/lib/services/connection/connection";
import { takeForAddress } from "@/lib/services/rate-limits/take";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What next-auth serves here, with whether an address goes on with the name of a provider. */
const addresses: { action: string; withProvider: boolean; methods: string[] }[] = [
  { action: "providers", withProvider: false, methods: ["GET"] },
  { action: "session", withProvider: false, methods: ["GET"] },
  { action: "csrf", withProvider: false, methods: ["GET"] },
  { action: "error", withProvider: false, methods: ["GET"] },
  { action: "signin", withProvider: false, methods: ["GET"] },
  { action: "signin", withProvider: true, methods: ["GET", "POST"] },
  { action: "signout", withProvider: false, methods: ["GET", "POST"] },
  { action: "callback", withProvider: true, methods: ["GET"] },
];

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

const explained = (error: SignInError) => redirectTo(`/signin?error=${error}`);

/** To our page that says what happened; no session comes with it. */
function failed(error: SignInError): Response {
  const response = explained(error);
  forgetChecks(response.headers);
  return response;
}

/** The value that an answer gives the session cookie: empty when it takes it away, else null. */
function answeredSession(headers: Headers): string | null {
  const prefix = `${sessionCookieName()}=`;
  const line = headers.getSetCookie().find((each) => each.startsWith(prefix));
  return line === undefined ? null : (line.slice(prefix.length).split(";")[0] ?? "");
}

async function callback(request: NextRequest, context: Context): Promise<Response> {
  const refused = request.nextUrl.searchParams.get("error");
  if (refused !== null) return failed(namedByMemoram(refused));
  const attempt: SignInAttempt = {
    currentUserId: await userOfToken(sessionTokenOf(request)),
    from: browserNameOf(request.headers),
  };
  const response = await askNextAuth(request, context, attempt);
  const location = response.headers.get("location") ?? "";
  if (attempt.failure || !attempt.userId) {
    const error = new URL(location, env().NEXTAUTH_URL).searchParams.get("error");
    return failed(attempt.failure ?? namedByNextAuth(error));
  }
  try {
    const { status } = await completeSignIn(attempt.userId, attempt.tokens ?? null);
    return redirectTo(landingPath(location, status === "approved"), new Headers(response.headers));
  } catch (cause) {
    log.error("connecting after sign-in failed", { cause: causeOf(cause) });
    // The session that next-auth just made is worth nothing when what follows it failed.
    const token = answeredSession(response.headers);
    if (token && !attempt.currentUserId) await endSession(decodeURIComponent(token));
    return failed("failed");
  }
}

const sessionTokenOf = (request: NextRequest) => request.cookies.get(sessionCookieName())?.value;

async function askNextAuth(
  request: NextRequest,
  context: Context,
  attempt: SignInAttempt = { currentUserId: null },
): Promise<Response> {
  const cookie = callbackCookie(request);
  const cleaned = await cleanedRequest(request);
  const options = authOptions(attempt, cookie.setting);
  const response: Response = await NextAuth(cleaned, context, options);
  cookie.restore(response.headers);
  return response;
}

async function signOut(request: NextRequest, context: Context): Promise<Response> {
  const response = await askNextAuth(request, context);
  const token = sessionTokenOf(request);
  // next-auth tells nobody when it could not end the session, and takes parts of a cookie for all
  // of it: whoever is told that they are signed out, is.
  if (token && answeredSession(response.headers) === "") await endSession(token);
  return response;
}

function signInPage(request: NextRequest): Response {
  const path = ownPath(request.nextUrl.searchParams.get("callbackUrl") ?? "");
  return redirectTo(path ? `/signin?${new URLSearchParams({ callbackUrl: path })}` : "/signin");
}

function answer(action: string, request: NextRequest, context: Context): Promise<Response> {
  if (action === "callback") return callback(request, context);
  const isPost = request.method === "POST";
  if (action === "signout" && isPost) return signOut(request, context);
  return askNextAuth(request, context);
}

/** next-auth's own pages are none of ours: its addresses for them lead to ours. */
function ownAnswer(action: string, request: NextRequest): Response | null {
  if (request.method !== "GET") return null;
  if (action === "signin") return signInPage(request);
  if (action === "signout") return redirectTo("/settings");
  if (action === "error")
    return explained(namedByNextAuth(request.nextUrl.searchParams.get("error")));
  return null;
}

/** The methods of an address of next-auth's. @throws AppError not-found. */
function methodsOf([action, provider, ...rest]: string[]): string[] {
  const providers = ["memoram", ...furtherSignIns().map(({ id }) => id)];
  const known = provider === undefined || providers.includes(provider);
  const found = addresses.find(
    (each) => each.action === action && each.withProvider === (provider !== undefined),
  );
  if (!found || !known || rest.length > 0) throw new AppError("not-found");
  return found.methods;
}

/** What a sign-in is made of counts as one; the first of its calls is refused first. */
function limitOf(action: string, request: NextRequest): "signIn" | "unknown" {
  const begins = action === "providers" || (action === "signin" && request.method === "POST");
  return begins || action === "callback" ? "signIn" : "unknown";
}

/**
 * next-auth behind our manners: unknown addresses are problems, every failed sign-in ends on a
 * page of ours that names the reason, and a new sign-in is connected before the person lands.
 */
export async function authRoute(request: NextRequest, context: Context): Promise<Response> {
  const requestId = randomUUID();
  const finish = (response: Response) => {
    response.headers.set("cache-control", "no-store");
    response.headers.set("x-request-id", requestId);
    return response;
  };
  let action = "";
  try {
    const { nextauth } = await context.params;
    const methods = methodsOf(nextauth);
    if (!methods.includes(request.method)) {
      const allow = methods.join(", ");
      return problemResponse(new AppError("method-not-allowed"), requestId, { allow });
    }
    action = nextauth[0] ?? "";
    await takeForAddress(limitOf(action, request), addressOf(request.headers));
    return finish(ownAnswer(action, request) ?? (await answer(action, request, context)));
  } catch (error) {
    if (action !== "callback") return refuse(error, request.method, requestId);
    if (isAppError(error, "rate-limited")) return finish(failed("rate-limited"));
    log.error("sign-in failed", { requestId, cause: causeOf(error) });
    return finish(failed("failed"));
  }
}
