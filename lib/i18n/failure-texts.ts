import type { Messages } from "@/lib/i18n/english";
import type { Locale } from "@/lib/i18n/locales";
import { common as commonInGerman } from "@/lib/i18n/messages/de/common";
import { ui as uiInGerman } from "@/lib/i18n/messages/de/ui";
import { common } from "@/lib/i18n/messages/en/common";
import { ui } from "@/lib/i18n/messages/en/ui";
import type { Translated } from "@/lib/i18n/translated";

type FailureTexts = Pick<Messages, "common" | "ui">;

const texts: Record<Locale, Translated<FailureTexts>> = {
  en: { common, ui },
  de: { common: commonInGerman, ui: uiInGerman },
};

/**
 * What the page says that stands for a failed layout, in every language: no server chooses there.
 * The type is the English one for the reason that `messagesOf` gives.
 */
export const failureTextsOf = (locale: Locale): FailureTexts => texts[locale] as FailureTexts;
