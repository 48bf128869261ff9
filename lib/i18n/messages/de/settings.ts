import type { settings as en } from "@/lib/i18n/messages/en/settings";
import type { Translated } from "@/lib/i18n/translated";

export const settings: Translated<typeof en> = {};
