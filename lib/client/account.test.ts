import { describe, expect, it } from "vitest";
import { accountDeletion, readExport } from "./account";
import { ApiError, OfflineError } from "./errors";
import { json, refusal } from "./testing/answers";

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

describe("deleting the account", () => {
  /** Answers what is asked in this order, and tells what that was. */
  function server(...answers: (() => Response)[]) {
    const asked: string[] = [];
    const deletion = accountDeletion(async (path, init) => {
      asked.push(`${init?.method} ${path}`);
      const answer = answers.shift();
      if (!answer) throw new Error("Nothing more was expected.");
      return answer();
    });
    return { asked, deletion };
  }
  const lost = () => {
    throw new TypeError("network error");
  };
  const signedOut = () => refusal("unauthenticated");
  const sessions = () => json({ items: [] });

  it("is done when the server says so", async () => {
    const { asked, deletion } = server(() => new Response(null, { status: 204 }));
    await deletion();
    expect(asked).toEqual(["DELETE /api/account"]);
  });

  it("is done when the answer was lost and the session is over", async () => {
    const { asked, deletion } = server(lost, signedOut);
    await deletion();
    expect(asked).toEqual(["DELETE /api/account", "GET /api/account/sessions"]);
  });

  it("is not done while the session stands, or while nobody can be asked", async () => {
    for (const answer of [sessions, lost, () => refusal("internal")]) {
      const { deletion } = server(lost, answer);
      await expect(deletion()).rejects.toBeInstanceOf(OfflineError);
    }
  });

  it("is done when a second try finds the session over", async () => {
    const { deletion } = server(lost, lost, signedOut);
    await expect(deletion()).rejects.toBeInstanceOf(OfflineError);
    await deletion();
  });

  it("is in doubt too when the server fails after it began", async () => {
    const { deletion } = server(() => refusal("internal"), signedOut);
    await deletion();
  });

  it("does not take a session that ended before for a deletion", async () => {
    const { deletion } = server(signedOut, () => refusal("validation-failed"), signedOut);
    await expect(deletion()).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(deletion()).rejects.toMatchObject({ code: "validation-failed" });
    await expect(deletion()).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
