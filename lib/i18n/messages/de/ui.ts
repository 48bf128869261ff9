import type { ui as en } from "@/lib/i18n/messages/en/ui";
import type { Translated } from "@/lib/i18n/translated";

export const ui: Translated<typeof en> = {};
