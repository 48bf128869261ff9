import type { dates as en } from "@/lib/i18n/messages/en/dates";
import type { Translated } from "@/lib/i18n/translated";

export const dates: Translated<typeof en> = {};
