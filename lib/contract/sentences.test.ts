import { describe, expect, it } from "vitest";
import { createMemorySchema, limits, memoryFormSchema } from "./memory";
import { sentenceId, sentences } from "./sentences";

const long = (length: number) => "x".repeat(length + 1);

/** What a memory with this one field wrong is told. */
function refusal(field: object): string | undefined {
  return createMemorySchema.safeParse({ content: "x", ...field }).error?.issues[0]?.message;
}

describe("a sentence about a limit", () => {
  const number = (value: number) => value.toLocaleString("en");
  it.each([
    ["title", { title: long(limits.title) }, limits.title],
    ["summary", { summary: long(limits.summary) }, limits.summary],
    ["content", { content: long(limits.content) }, limits.content],
    ["source", { source: long(limits.source) }, limits.source],
    ["a tag", { tags: [long(limits.tag)] }, limits.tag],
    ["tags", { tags: Array.from({ length: limits.tags + 1 }, String) }, limits.tags],
  ])("names the limit that holds for %s", (_name, field, limit) => {
    expect(refusal(field)).toContain(` ${number(limit)} `);
  });
});

describe("sentenceId", () => {
  it("knows every sentence, each of which is there once", () => {
    for (const [id, sentence] of Object.entries(sentences)) expect(sentenceId(sentence)).toBe(id);
  });

  it.each(["", "titleLength", "__proto__", "A newer server's words."])(
    "does not know %j",
    (text) => {
      expect(sentenceId(text)).toBeNull();
    },
  );

  it("knows everything that the form is told", () => {
    const wrong = [
      {},
      { title: 1, summary: 1, content: 1, tags: 1, importance: "1", confidence: 1.5, source: null },
      { title: "\0", summary: "\0", content: "", tags: [""], importance: -1, source: "\ud800" },
      { title: long(200), summary: long(2_000), content: long(100_000), source: long(100) },
      { tags: ["a,b"] },
      { tags: [long(64)] },
      { tags: Array.from({ length: 51 }, String) },
    ];
    for (const values of wrong) {
      const { error } = memoryFormSchema.safeParse(values);
      expect(error?.issues.length).toBeGreaterThan(0);
      for (const { message } of error?.issues ?? [])
        expect([message, sentenceId(message)]).not.toContain(null);
    }
  });
});
