import type { palette as en } from "@/lib/i18n/messages/en/palette";
import type { Translated } from "@/lib/i18n/translated";

export const palette: Translated<typeof en> = {};
