import type { Memory } from "@/lib/contract/memory";
import { type ProblemCode, problemTable } from "@/lib/contract/problem";

export const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), init);

export function problemOf(code: ProblemCode) {
  const { status, title } = problemTable[code];
  return { type: "about:blank", title, status, detail: "", code, requestId: "r-1" };
}

export function refusal(code: ProblemCode, headers: Record<string, string> = {}): Response {
  return json(problemOf(code), { status: problemTable[code].status, headers });
}

export const page = (...items: Memory[]) => json({ items, nextCursor: null });

export const line = (value: unknown) => `${JSON.stringify(value)}\n`;

/** A whole stream that ends well. */
export const streamOf = (...memories: Memory[]) =>
  ndjson([...memories.map(line), line({ done: true, count: memories.length })].join(""));

export function ndjson(body: BodyInit): Response {
  return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
}

/** A stream that a test feeds piece by piece. */
export class OpenStream {
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  isCancelled = false;
  private readonly body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      this.controller = controller;
    },
    cancel: () => {
      this.isCancelled = true;
    },
  });
  readonly response = new Response(this.body, {
    headers: { "content-type": "application/x-ndjson" },
  });

  send(...values: unknown[]): void {
    this.sendBytes(new TextEncoder().encode(values.map(line).join("")));
  }

  sendBytes(bytes: Uint8Array): void {
    this.controller?.enqueue(bytes);
  }

  end(): void {
    this.controller?.close();
  }

  /** The connection breaks. */
  break(): void {
    this.controller?.error(new TypeError("network error"));
  }
}
