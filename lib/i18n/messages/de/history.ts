import type { history as en } from "@/lib/i18n/messages/en/history";
import type { Translated } from "@/lib/i18n/translated";

export const history: Translated<typeof en> = {};
