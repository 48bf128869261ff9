import type { form as en } from "@/lib/i18n/messages/en/form";
import type { Translated } from "@/lib/i18n/translated";

export const form: Translated<typeof en> = {};
