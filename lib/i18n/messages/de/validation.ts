import type { validation as en } from "@/lib/i18n/messages/en/validation";
import type { Translated } from "@/lib/i18n/translated";

export const validation: Translated<typeof en> = {};
