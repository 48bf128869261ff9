import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { ownPath } from "@/lib/auth/own-path";
import { env } from "@/lib/env";

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");
const realName = () => `${isSecure() ? "__Secure-" : ""}next-auth.callback-url`;

/**
 * The cookie in which next-auth keeps where the person was going. One whose value is no address of
 * ours makes next-auth answer every call with a 500, for as long as the browser keeps it: it is
 * looked for under a name that does not exist, and written under its own again.
 */
export function callbackCookie(request: NextRequest) {
  const real = realName();
  const value = request.cookies.get(real)?.value;
  const isUsable = !value || ownPath(value) !== null;
  const name = isUsable ? real : `${real}.${randomUUID()}`;
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
  return {
    setting: { callbackUrl: { name, options } },
    /** Gives the cookie its own name in what is answered. */
    restore(headers: Headers): void {
      if (isUsable) return;
      const lines = headers.getSetCookie();
      headers.delete("set-cookie");
      for (const line of lines) {
        const isOurs = line.startsWith(`${name}=`);
        headers.append("set-cookie", isOurs ? real + line.slice(name.length) : line);
      }
    },
  };
}
