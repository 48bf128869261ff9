import type { trash as en } from "@/lib/i18n/messages/en/trash";
import type { Translated } from "@/lib/i18n/translated";

export const trash: Translated<typeof en> = {};
