import type { shell as en } from "@/lib/i18n/messages/en/shell";
import type { Translated } from "@/lib/i18n/translated";

export const shell: Translated<typeof en> = {};
