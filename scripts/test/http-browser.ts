import type { RunningSandbox } from "../../sandbox/start";
import { hiddenFields, Browser as SandboxBrowser } from "../../sandbox/testing/browser";

/** Something that came out of the app, and where: `GET /api/memories`, `page /`, `header / etag`. */
export type Document = { at: string; text: string };

export interface HttpBrowser {
  /** Everything that was answered so far. */
  documents: Document[];
  /** Opens a page; with `rsc` what Next's own navigation asks for. */
  page(path: string, headers?: Record<string, string>): Promise<void>;
  /** Calls our API as a page of ours does. @returns the JSON, or {} where there is none. */
  json(
    method: string,
    path: string,
    options?: { body?: unknown; raw?: string; headers?: Record<string, string> },
  ): Promise<Record<string, unknown>>;
  signIn(sandbox: RunningSandbox, slug: string): Promise<void>;
  /** The value of the session's cookie. */
  session(): string;
}

/** A browser without one: keeps cookies, follows nothing by itself, and remembers every answer. */
export function httpBrowser(origin: string): HttpBrowser {
  const cookies = new Map<string, string>();
  const documents: Document[] = [];

  async function send(at: string, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const equals = pair.indexOf("=");
      cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    for (const [name, value] of response.headers) {
      documents.push({ at: `header ${path} ${name}`, text: value });
    }
    documents.push({ at, text: await response.clone().text() });
    return response;
  }

  const form = (fields: Record<string, string>): RequestInit => ({
    method: "POST",
    body: new URLSearchParams(fields),
  });

  return {
    documents,
    async page(path, headers = {}) {
      await send(`page ${path}`, path, { headers });
    },
    async json(method, path, { body, raw, headers = {} } = {}) {
      const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const type: Record<string, string> =
        text === undefined ? {} : { "content-type": "application/json" };
      const response = await send(`${method} ${path}`, path, {
        method,
        headers: { "sec-fetch-site": "same-origin", ...type, ...headers },
        body: text ?? null,
      });
      try {
        const value: unknown = JSON.parse(await response.text());
        return typeof value === "object" && value !== null ? { ...value } : {};
      } catch {
        return {};
      }
    },
    async signIn(sandbox, slug) {
      const csrf = await send("GET /api/auth/csrf", "/api/auth/csrf", {});
      const token: unknown = Reflect.get(Object(await csrf.json()), "csrfToken");
      const begin = "/api/auth/signin/memoram";
      const begun = await send(`page ${begin}`, begin, form({ csrfToken: String(token) }));
      const consent = new SandboxBrowser();
      const { html } = await consent.open(begun.headers.get("location") ?? "");
      const person = (await sandbox.control.people()).find((one) => one.slug === slug);
      const fields = hiddenFields(html, "/oauth/authorize");
      const allowed = await consent.post(
        `${sandbox.origin}/oauth/authorize`,
        { ...fields, person: person?.id ?? "", decision: "allow" },
        { origin: sandbox.origin },
      );
      const { pathname, search } = new URL(allowed.headers.get("location") ?? "");
      await send(`page ${pathname}`, pathname + search, {});
    },
    session: () => cookies.get("next-auth.session-token") ?? "",
  };
}
