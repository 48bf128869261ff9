import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OfflineError, UnreadableAnswerError } from "@/lib/client/errors";
import { OpenStream } from "@/lib/client/testing/answers";
import { readLines } from "./read-lines";

/** A body that comes in the given chunks. */
function bodyOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function linesOf(chunks: Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of readLines(bodyOf(chunks))) lines.push(...some);
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** Cut anywhere, also within a character. */
function cut(all: Uint8Array, places: number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (all.length + 1)), all.length].sort(
    (a, b) => a - b,
  );
  return ends.map((end, index) => all.slice(ends[index - 1] ?? 0, end));
}

describe("readLines", () => {
  it("reads the same lines however they are cut", async () => {
    const text = fc.array(fc.constantFrom("a", "é", "😀", "\r", " ", "x".repeat(50)));
    const lines = fc.array(text.map((parts) => parts.join("")));
    const endsWell = fc.boolean();
    await fc.assert(
      fc.asyncProperty(lines, endsWell, fc.array(fc.nat()), async (given, isEnded, places) => {
        const all = bytes(given.join("\n") + (isEnded ? "\n" : ""));
        const expected = given.filter((line) => line.trim() !== "");
        expect(await linesOf(cut(all, places))).toEqual(expected);
      }),
    );
  });

  it("gives each line up as soon as it is whole", async () => {
    const stream = new OpenStream();
    const lines = readLines(stream.response.body ?? bodyOf([]));
    stream.sendBytes(bytes("one\ntwo\nthr"));
    expect((await lines.next()).value).toEqual(["one", "two"]);
    stream.sendBytes(bytes("ee\n"));
    expect((await lines.next()).value).toEqual(["three"]);
    stream.end();
    expect((await lines.next()).done).toBe(true);
  });

  it("takes a broken connection for silence", async () => {
    const stream = new OpenStream();
    const lines = readLines(stream.response.body ?? bodyOf([]));
    stream.sendBytes(bytes("one\n"));
    await lines.next();
    stream.break();
    await expect(lines.next()).rejects.toThrow(OfflineError);
  });

  it("does not read what is not UTF-8", async () => {
    await expect(linesOf([new Uint8Array([0x61, 0xff, 0x0a])])).rejects.toThrow(
      UnreadableAnswerError,
    );
    await expect(linesOf([new Uint8Array([0xc3])])).rejects.toThrow(UnreadableAnswerError);
  });

  it("gives up on a line without an end", async () => {
    const chunk = bytes("x".repeat(1_000_000));
    await expect(linesOf(Array.from({ length: 9 }, () => chunk))).rejects.toThrow(
      UnreadableAnswerError,
    );
  });

  it("lets the rest of the body go when nobody reads on", async () => {
    const stream = new OpenStream();
    stream.sendBytes(bytes("one\n"));
    for await (const lines of readLines(stream.response.body ?? bodyOf([]))) {
      expect(lines).toEqual(["one"]);
      break;
    }
    expect(stream.isCancelled).toBe(true);
  });
});
