import { useCallback } from "react";
import { useTranslations } from "use-intl";
import { sentenceId } from "@/lib/contract/sentences";
import type { Translator } from "@/lib/i18n/translator";

/**
 * A sentence of the contract (a schema's, or a refusal of our API, which speaks English) in the
 * language of `t`; any other text as it came.
 */
export function translateSentence(t: Translator<"validation">, sentence: string): string {
  const id = sentenceId(sentence);
  return id === null ? sentence : t(id);
}

/** `translateSentence` in the language of the page. A `Field` does it to its error by itself. */
export function useValidationText(): (sentence: string) => string {
  const t = useTranslations("validation");
  return useCallback((sentence) => translateSentence(t, sentence), [t]);
}
