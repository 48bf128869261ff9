import type { tagField as en } from "@/lib/i18n/messages/en/tag-field";
import type { Translated } from "@/lib/i18n/translated";

export const tagField: Translated<typeof en> = {};
