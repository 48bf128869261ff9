import type { bulk as en } from "@/lib/i18n/messages/en/bulk";
import type { Translated } from "@/lib/i18n/translated";

export const bulk: Translated<typeof en> = {};
