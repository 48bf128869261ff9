import "@/lib/contract/no-eval";
import {
  ApiError,
  EndedShortError,
  OfflineError,
  UnreadableAnswerError,
} from "@/lib/client/errors";
import { failureOf } from "@/lib/client/fetch-json";
import { haystackOf } from "@/lib/client/search/matches";
import { type Memory, memorySchema } from "@/lib/contract/memory";
import { problemSchema } from "@/lib/contract/problem";
import { streamEndSchema } from "@/lib/contract/stream";
import { readLines } from "./read-lines";

/** A page may take Memoram 12 s, after a pause of up to 30 s that it asked for: longer is dead. */
const SILENCE_MS = 50_000;

/** Milliseconds of reading before the page gets its turn. */
const SLICE_MS = 8;

export type StreamOptions = {
  signal: AbortSignal;
  /** Called with what has been read since the last call; no memory comes twice. */
  onMemories: (memories: Memory[]) => void;
  fetch: typeof globalThis.fetch;
  now: () => number;
  yieldToMain: () => Promise<void>;
};

/**
 * `GET /api/memories/stream` to its end; the answer is how many memories came. Reads in slices of
 * 8 ms, in which each memory is also made ready for searching.
 *
 * Throws `ApiError` for a problem (in place of the stream, or as its last line), `OfflineError`
 * when no answer came or nothing more for 50 s, `EndedShortError` when the last line is missing or
 * names more memories than came, `UnreadableAnswerError` for a line that is none of ours. An abort
 * through `signal` is thrown as it came.
 */
export async function streamMemories(options: StreamOptions): Promise<number> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new Error("Nothing came for 50 s.")), SILENCE_MS);
  };
  heard();
  try {
    const signal = AbortSignal.any([options.signal, silence.signal]);
    const body = await open(options.fetch, signal);
    return await readMemories(body, options, heard);
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function open(
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  let response: Response;
  let text = "";
  try {
    response = await fetch("/api/memories/stream", {
      headers: { accept: "application/x-ndjson, application/problem+json" },
      credentials: "same-origin",
      // Our API redirects nowhere: a redirect is somebody else's page.
      redirect: "manual",
      signal,
    });
    if (!response.ok) text = await response.text();
  } catch (cause) {
    throw new OfflineError(cause);
  }
  if (!response.ok) throw failureOf(response, text);
  const type = response.headers.get("content-type") ?? "";
  if (!response.body || !/^application\/x-ndjson\b/i.test(type)) {
    await response.body?.cancel().catch(() => undefined);
    throw new UnreadableAnswerError(response.status, new Error(`A stream of type "${type}".`));
  }
  return response.body;
}

async function readMemories(
  body: ReadableStream<Uint8Array>,
  { signal, onMemories, now, yieldToMain }: StreamOptions,
  heard: () => void,
): Promise<number> {
  const seen = new Set<string>();
  let batch: Memory[] = [];
  const flush = () => {
    if (batch.length > 0) onMemories(batch);
    batch = [];
  };
  let sliceBegan = now();
  try {
    for await (const lines of readLines(body)) {
      signal.throwIfAborted();
      heard();
      for (const line of lines) {
        const parsed = parseLine(line);
        if ("count" in parsed) {
          if (seen.size < parsed.count) throw new EndedShortError(seen.size);
          return seen.size;
        }
        if (!seen.has(parsed.id)) {
          seen.add(parsed.id);
          haystackOf(parsed);
          batch.push(parsed);
        }
        if (now() - sliceBegan < SLICE_MS) continue;
        // Whoever shows what came draws in the same turn: it gets one of its own.
        await yieldToMain();
        signal.throwIfAborted();
        flush();
        await yieldToMain();
        signal.throwIfAborted();
        sliceBegan = now();
      }
      flush();
    }
    throw new EndedShortError(seen.size);
  } finally {
    // What came before a failure came.
    if (!signal.aborted) flush();
  }
}

/** A memory or the good end; throws for a problem and for what is neither. */
function parseLine(line: string): Memory | { count: number } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw new UnreadableAnswerError(200, cause);
  }
  const memory = memorySchema.safeParse(json);
  if (memory.success) return memory.data;
  const end = streamEndSchema.safeParse(json);
  if (end.success) return { count: end.data.count };
  const problem = problemSchema.safeParse(json);
  if (problem.success) throw new ApiError(problem.data, null);
  throw new UnreadableAnswerError(200, memory.error);
}
