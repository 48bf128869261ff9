import { NextRequest } from "next/server";
import type { authRoute } from "@/lib/http/auth-route";
import type { RunningSandbox } from "../../sandbox/start";
import { hiddenFields, Browser as SandboxBrowser } from "../../sandbox/testing/browser";
import { answering } from "./next-headers";

export interface Cookie {
  value: string;
  /** Lower-case names; flags have the value "". */
  attributes: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Where a redirect leads, whole; null without one. */
  location: string | null;
  text: string;
}

type AuthRoute = Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", typeof authRoute>;

function parseCookie(line: string): [string, Cookie] {
  const [pair = "", ...rest] = line.split(";").map((part) => part.trim());
  const at = pair.indexOf("=");
  const attributes = rest.map((part): [string, string] => {
    const [name = "", ...value] = part.split("=");
    return [name.toLowerCase(), value.join("=")];
  });
  return [
    pair.slice(0, at),
    { value: pair.slice(at + 1), attributes: Object.fromEntries(attributes) },
  ];
}

function isGone({ value, attributes }: Cookie): boolean {
  if (attributes["max-age"] !== undefined) return Number(attributes["max-age"]) <= 0;
  if (attributes.expires !== undefined) return Date.parse(attributes.expires) <= Date.now();
  return value === "";
}

/**
 * What a browser does with Keepsake's sign-in, without one: it keeps cookies, presses the button,
 * and walks through the sandbox's consent page over HTTP. It follows no redirect by itself.
 */
export class Browser {
  readonly cookies = new Map<string, Cookie>();
  readonly #route: AuthRoute;
  readonly #origin: string;

  constructor(route: AuthRoute, origin: string) {
    this.#route = route;
    this.#origin = origin;
  }

  /** The `Cookie` header that the browser sends now. */
  get cookie(): string {
    return [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
  }

  /** Sends one request to `/api/auth/…` and keeps the cookies of the answer. */
  async send(
    path: string,
    options: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { method = "GET", body, headers = {} } = options;
    const url = new URL(path, this.#origin);
    const request = new NextRequest(url, {
      method,
      headers: { ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}), ...headers },
      body: body ?? null,
    });
    const handler = this.#route[method === "HEAD" ? "GET" : (method as keyof AuthRoute)];
    const nextauth = url.pathname.split("/").slice(3).map(decodeURIComponent);
    const response = await answering(request, () =>
      handler(request, { params: Promise.resolve({ nextauth }) }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [name, cookie] = parseCookie(line);
      if (isGone(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, cookie);
    }
    const location = response.headers.get("location");
    return {
      status: response.status,
      headers: response.headers,
      location: location === null ? null : new URL(location, url).href,
      text: await response.text(),
    };
  }

  postForm(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    return this.send(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    });
  }

  async csrfToken(): Promise<string> {
    return JSON.parse((await this.send("/api/auth/csrf")).text).csrfToken;
  }

  /** Presses the button. @returns the address at Memoram that the browser is sent to. */
  async begin(provider = "memoram", callbackUrl?: string): Promise<URL> {
    const fields = { csrfToken: await this.csrfToken(), ...(callbackUrl ? { callbackUrl } : {}) };
    const { location } = await this.postForm(`/api/auth/signin/${provider}`, fields);
    if (location === null) throw new Error("Signing in leads nowhere.");
    return new URL(location);
  }

  /** The whole way: button, consent, and back. @returns what the callback answers. */
  async signIn(
    sandbox: RunningSandbox,
    slug: string,
    options: { callbackUrl?: string; decision?: "allow" | "deny" } = {},
  ): Promise<Answer> {
    const authorize = await this.begin("memoram", options.callbackUrl);
    return this.send(await consent(sandbox, authorize, slug, options.decision));
  }

  async signOut(): Promise<Answer> {
    return this.postForm("/api/auth/signout", { csrfToken: await this.csrfToken() });
  }
}

/** Allows or denies on the sandbox's consent page. @returns the path and query it leads back to. */
export async function consent(
  sandbox: RunningSandbox,
  authorize: URL,
  slug: string,
  decision: "allow" | "deny" = "allow",
): Promise<string> {
  const person = (await sandbox.control.people()).find((each) => each.slug === slug);
  const page = new SandboxBrowser();
  const { html } = await page.open(authorize.href);
  const answer = await page.post(
    `${sandbox.origin}/oauth/authorize`,
    { ...hiddenFields(html, "/oauth/authorize"), person: person?.id ?? "", decision },
    { origin: sandbox.origin },
  );
  const back = answer.headers.get("location");
  if (back === null) throw new Error(`The consent page answers ${answer.status}.`);
  const { pathname, search } = new URL(back);
  return pathname + search;
}
