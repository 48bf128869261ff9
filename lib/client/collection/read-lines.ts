import { OfflineError, UnreadableAnswerError } from "@/lib/client/errors";

/** A memory at its largest is a fifth of this; a longer line is not ours. */
const MAX_LINE_UNITS = 8_000_000;

/**
 * The lines of a body as they arrive, those of one chunk together, without empty ones. A character
 * or a line may be split between chunks in any way; the last line needs no line end.
 *
 * Throws `OfflineError` when the connection breaks, `UnreadableAnswerError` for what is not UTF-8
 * or never ends a line. Leaving the loop early gives the rest of the body up.
 */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<string[], void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await nextChunk(reader);
      const text = decode(decoder, value);
      // Only the new part can hold a line end: a long line costs no more than its length.
      const end = text.lastIndexOf("\n");
      if (done || end >= 0) {
        const lines = (rest + (done ? text : text.slice(0, end))).split("\n");
        rest = done ? "" : text.slice(end + 1);
        const filled = lines.filter((line) => line.trim() !== "");
        if (filled.length > 0) yield filled;
      } else {
        rest += text;
        if (rest.length > MAX_LINE_UNITS) throw unreadable("A line has no end.");
      }
      if (done) return;
    }
  } finally {
    // A body that failed or ended has nothing left to give up.
    await reader.cancel().catch(() => undefined);
  }
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new OfflineError(cause);
  }
}

/** Without a chunk: what is left of a character at the end. */
function decode(decoder: TextDecoder, chunk: Uint8Array | undefined): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause: unknown) => new UnreadableAnswerError(200, cause);
