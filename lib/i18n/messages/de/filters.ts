import type { filters as en } from "@/lib/i18n/messages/en/filters";
import type { Translated } from "@/lib/i18n/translated";

export const filters: Translated<typeof en> = {};
