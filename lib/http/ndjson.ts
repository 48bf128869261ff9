import "server-only";
import type { Problem } from "@/lib/contract/problem";

/**
 * Values in batches, a line each, and at the end the value of the last line. It is asked for the
 * next batch only when the last one was taken; `signal` aborts when nobody reads any longer.
 */
export type Lines = (signal: AbortSignal) => AsyncGenerator<unknown[], unknown>;

type Options = {
  /** The request's own signal. */
  signal: AbortSignal;
  headers: Headers;
  /** Tells the log what was thrown on the way, and turns it into the last line. */
  toProblem: (error: unknown) => Problem;
};

const encoder = new TextEncoder();
const encode = (values: unknown[]) =>
  encoder.encode(values.map((value) => `${JSON.stringify(value)}\n`).join(""));

/**
 * Newline-delimited JSON, made as fast as it is read. What fails on the way becomes the last line,
 * since the status has long been sent.
 */
export function ndjsonResponse(lines: Lines, { signal, headers, toProblem }: Options): Response {
  const gone = new AbortController();
  const leave = () => gone.abort();
  signal.addEventListener("abort", leave, { once: true });
  if (signal.aborted) leave();
  const batches = lines(gone.signal);

  async function nextBatch() {
    for (;;) {
      const step = await batches.next();
      if (step.done || step.value.length > 0) return step;
    }
  }

  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const end = (last: unknown) => {
          signal.removeEventListener("abort", leave);
          controller.enqueue(encode([last]));
          controller.close();
        };
        try {
          const step = await nextBatch();
          if (step.done) end(step.value);
          else controller.enqueue(encode(step.value));
        } catch (error) {
          // What fails because nobody reads any longer is nobody's problem.
          if (gone.signal.aborted) controller.error(error);
          else end(toProblem(error));
        }
      },
      async cancel() {
        leave();
        await batches.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  headers.set("content-type", "application/x-ndjson");
  // Proxies that collect an answer before they pass it on would undo all of this.
  headers.set("x-accel-buffering", "no");
  return new Response(body, { status: 200, headers });
}
