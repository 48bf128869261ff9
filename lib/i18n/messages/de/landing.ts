import type { landing as en } from "@/lib/i18n/messages/en/landing";
import type { Translated } from "@/lib/i18n/translated";

export const landing: Translated<typeof en> = {};
