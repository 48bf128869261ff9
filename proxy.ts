import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";
import { pagePathHeader } from "@/lib/page-path";

/** Scripts run with this answer's nonce only; nothing is loaded from anywhere else. */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  const rules = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Components set style attributes; styles cannot run anything.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": development ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

const isApi = (pathname: string) => pathname === "/api" || pathname.startsWith("/api/");

/** Next answers any other method itself, with an empty 400. */
const knownMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

function decodes(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Before every page: the policy with its nonce. Before the API: answers that Next would give
 * itself, in a shape that is not ours. It guards nothing: every route checks its own caller.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (isApi(pathname)) {
    if (!decodes(pathname)) return problemResponse(new AppError("not-found"), crypto.randomUUID());
    if (!knownMethods.includes(request.method)) {
      // Which of them this address allows, only its route knows.
      const allow = knownMethods.join(", ");
      return problemResponse(new AppError("method-not-allowed"), crypto.randomUUID(), { allow });
    }
    return NextResponse.next();
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, isDevelopment());
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set("content-security-policy", policy);
  headers.set(pagePathHeader, pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: ["/((?!_next/static/|icon\\.svg$|favicon\\.ico$).*)"],
};
