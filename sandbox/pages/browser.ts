import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { SandboxContext } from "../context";
import { newSecret } from "../ids";
import { mac, sameSecret } from "../secrets";
import type { Person } from "../store/people";

const browserCookie = "memoram_sandbox_browser";
const personCookie = "memoram_sandbox_person";

function keep(c: Context, { settings }: SandboxContext, name: string, value: string): void {
  setCookie(c, name, value, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure: settings.origin.startsWith("https:"),
    maxAge: 365 * 86_400,
  });
}

/** A random name for this browser, made at its first page. Proofs in forms are bound to it. */
export function nameBrowser(c: Context, context: SandboxContext): string {
  const known = browserName(c);
  if (known) return known;
  const name = newSecret();
  keep(c, context, browserCookie, name);
  return name;
}

function browserName(c: Context): string | null {
  const name = getCookie(c, browserCookie);
  return name && /^[0-9a-f]{64}$/.test(name) ? name : null;
}

/** Proof that `what` was put into a form by us and for this browser. */
export function formProof(context: SandboxContext, browser: string, what: string): string {
  return mac(context.secret, "form", browser, what);
}

/** Whether a posted form came from a page of ours, in this browser. */
export function isOurForm(
  c: Context,
  context: SandboxContext,
  what: string,
  proof: string | undefined,
): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const browser = browserName(c);
  return browser !== null && sameSecret(proof ?? "", formProof(context, browser, what));
}

/** Remembers as whom this browser looks at the dashboard. */
export function rememberPerson(c: Context, context: SandboxContext, person: Person): void {
  keep(c, context, personCookie, person.id);
}

/** Whom this browser last was, if there is such a person; else the first of them. */
export function rememberedPerson(c: Context, people: readonly Person[]): Person | null {
  const id = getCookie(c, personCookie);
  return people.find((person) => person.id === id) ?? people[0] ?? null;
}
