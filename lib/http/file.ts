import "server-only";

/** A file to be saved, in pieces of text that are made as they are read. */
export type FileAnswer = { name: string; type: string; chunks: AsyncGenerator<string> };

/**
 * Sends it. What fails on the way breaks the answer off, so that no browser takes a part of the
 * file for all of it; `onFailure` tells the log.
 */
export function fileResponse(
  { name, type, chunks }: FileAnswer,
  headers: Headers,
  onFailure: (error: unknown) => void,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const step = await chunks.next();
          if (step.done) controller.close();
          else controller.enqueue(encoder.encode(step.value));
        } catch (error) {
          onFailure(error);
          controller.error(error);
        }
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  headers.set("content-type", type);
  headers.set("content-disposition", `attachment; filename="${name}"`);
  headers.set("x-accel-buffering", "no");
  return new Response(body, { status: 200, headers });
}
