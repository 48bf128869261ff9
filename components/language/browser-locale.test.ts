import { expect, it } from "vitest";
import { browserLocale } from "./browser-locale";

it.each([
  ["de", ["en-GB"], "de"],
  ["tlh", ["de-AT", "en"], "de"],
  [undefined, ["fr-CH", "de", "en"], "de"],
  [undefined, ["ja"], "en"],
  [undefined, [], "en"],
] as const)("with %j chosen and %j wanted: %s", (chosen, wanted, locale) => {
  expect(browserLocale(chosen, wanted)).toBe(locale);
});
