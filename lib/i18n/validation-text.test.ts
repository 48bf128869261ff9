import { describe, expect, it } from "vitest";
import { createMemorySchema } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { messagesOf } from "./catalogues";
import { locales } from "./locales";
import { translate } from "./translate";
import { translateSentence } from "./validation-text";

const german = translate("de", "validation");

describe("translateSentence", () => {
  it("says what a schema refuses in the person's language", () => {
    const { error } = createMemorySchema.safeParse({ content: "", title: "x".repeat(201) });
    expect(error?.issues.map(({ message }) => translateSentence(german, message))).toEqual([
      "Schreib zuerst etwas.",
      "Der Titel darf höchstens 200 Zeichen haben.",
    ]);
  });

  it("leaves a sentence that it does not know as it came", () => {
    expect(translateSentence(german, "A newer server's words.")).toBe("A newer server's words.");
    expect(translateSentence(german, "titleLength")).toBe("titleLength");
  });

  it("says in English what the API says", () => {
    const english = translate("en", "validation");
    for (const sentence of Object.values(sentences)) {
      expect(translateSentence(english, sentence)).toBe(sentence);
    }
  });

  it.each(locales)("names the same numbers in %s", (locale) => {
    const numbers = (text: string) =>
      text.replace(/(\d)[.,\u00a0\u202f](?=\d{3})/g, "$1").match(/\d+/g);
    const texts = new Map(Object.entries(messagesOf(locale).validation));
    for (const [id, sentence] of Object.entries(sentences)) {
      expect([id, numbers(texts.get(id) ?? "")]).toEqual([id, numbers(sentence)]);
    }
  });
});
