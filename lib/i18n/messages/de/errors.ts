import type { errors as en } from "@/lib/i18n/messages/en/errors";
import type { Translated } from "@/lib/i18n/translated";

export const errors: Translated<typeof en> = {};
