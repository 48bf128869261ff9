import type { conflict as en } from "@/lib/i18n/messages/en/conflict";
import type { Translated } from "@/lib/i18n/translated";

export const conflict: Translated<typeof en> = {};
