import type { pane as en } from "@/lib/i18n/messages/en/pane";
import type { Translated } from "@/lib/i18n/translated";

export const pane: Translated<typeof en> = {};
