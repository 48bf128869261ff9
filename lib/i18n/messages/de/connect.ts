import type { connect as en } from "@/lib/i18n/messages/en/connect";
import type { Translated } from "@/lib/i18n/translated";

export const connect: Translated<typeof en> = {};
