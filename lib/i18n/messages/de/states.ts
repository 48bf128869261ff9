import type { states as en } from "@/lib/i18n/messages/en/states";
import type { Translated } from "@/lib/i18n/translated";

export const states: Translated<typeof en> = {};
