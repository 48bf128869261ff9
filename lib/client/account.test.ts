import { describe, expect, it } from "vitest";
import { readExport } from "./account";
import { ApiError, OfflineError } from "./errors";
import { refusal } from "./testing/answers";

describe("reading the export", () => {
  it("gives the whole file", async () => {
    const file = await readExport(async () => new Response('{"complete":true}'));
    expect(await file.text()).toBe('{"complete":true}');
  });

  it("throws what our API says, with its pause", async () => {
    const answer = readExport(async () => refusal("rate-limited", { "retry-after": "9" }));
    await expect(answer).rejects.toMatchObject({ code: "rate-limited", retryAfterSeconds: 9 });
    await expect(answer).rejects.toBeInstanceOf(ApiError);
  });

  it("is no file when it breaks off on the way, or nobody answers", async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new Error("cut"));
      },
    });
    await expect(readExport(async () => new Response(broken))).rejects.toBeInstanceOf(OfflineError);
    await expect(readExport(() => Promise.reject(new TypeError("x")))).rejects.toBeInstanceOf(
      OfflineError,
    );
  });
});
