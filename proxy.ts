import { type NextRequest, NextResponse } from "next/server";
import { isDevelopment } from "@/lib/env";
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

function problem(status: number, code: string, title: string, detail: string): Response {
  const requestId = crypto.randomUUID();
  return Response.json(
    { type: `/problems/${code}`, title, status, detail, code, requestId },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        "x-request-id": requestId,
      },
    },
  );
}

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
    if (!decodes(pathname)) {
      return problem(404, "not-found", "Not found", "There is nothing here, or it is not yours.");
    }
    if (request.method === "TRACE" || request.method === "CONNECT") {
      return problem(
        405,
        "method-not-allowed",
        "Method not allowed",
        "This address does not know that method.",
      );
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
  matcher: ["/((?!_next/static|_next/image|icon.svg|favicon.ico).*)"],
};
