import type { list as en } from "@/lib/i18n/messages/en/list";
import type { Translated } from "@/lib/i18n/translated";

export const list: Translated<typeof en> = {};
