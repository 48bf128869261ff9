import { z } from "zod";
import type { SandboxPerson } from "../control/control";
import type { RunningSandbox } from "../start";

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface CallOptions {
  query?: Record<string, string | number>;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Instead of the developer's own token; null sends none. */
  token?: string | null;
}

const blobList = z.object({
  memoryBlobs: z.array(
    z.looseObject({ id: z.string(), title: z.string().optional(), content: z.string() }),
  ),
  next_cursor: z.string().nullable(),
});

/** A developer who speaks plain HTTP with a sandbox, as an application would. */
export class Developer {
  #token: string | null = null;

  constructor(readonly sandbox: RunningSandbox) {}

  async token(): Promise<string> {
    const { body } = await this.call("POST", "/auth/token", {
      token: null,
      body: { api_key: this.sandbox.settings.apiKey },
    });
    this.#token = z.object({ token: z.string() }).parse(body).token;
    return this.#token;
  }

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const url = new URL(`${this.sandbox.apiUrl}${path}`);
    for (const [name, value] of Object.entries(options.query ?? {})) {
      url.searchParams.set(name, String(value));
    }
    const token =
      options.token === undefined ? (this.#token ?? (await this.token())) : options.token;
    const answer = await fetch(url, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(options.body === undefined ? {} : { "content-type": "application/json" }),
        ...options.headers,
      },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
    });
    const body: unknown = await answer.json();
    return { status: answer.status, headers: answer.headers, body };
  }

  async person(slug: string): Promise<SandboxPerson> {
    const person = (await this.sandbox.control.people()).find((each) => each.slug === slug);
    if (!person) throw new Error(`Nobody is called ${slug}.`);
    return person;
  }

  async ask(person: SandboxPerson, reason = "A test"): Promise<string> {
    const { body } = await this.call("POST", "/access-requests", {
      body: { memoryKey: person.memoryKey, reason },
    });
    return z.object({ id: z.string() }).parse(body).id;
  }

  /** A person who has approved us. */
  async approved(slug: string): Promise<SandboxPerson> {
    const person = await this.person(slug);
    await this.sandbox.control.decide(await this.ask(person), "approved");
    return person;
  }

  async list(person: SandboxPerson, query: Record<string, string | number> = {}) {
    const { body } = await this.call("GET", "/memory-blobs", {
      query: { user_id: person.id, ...query },
    });
    return blobList.parse(body);
  }
}
