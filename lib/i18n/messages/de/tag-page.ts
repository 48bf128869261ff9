import type { tagPage as en } from "@/lib/i18n/messages/en/tag-page";
import type { Translated } from "@/lib/i18n/translated";

export const tagPage: Translated<typeof en> = {};
