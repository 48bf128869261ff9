import type { signIn as en } from "@/lib/i18n/messages/en/sign-in";
import type { Translated } from "@/lib/i18n/translated";

export const signIn: Translated<typeof en> = {};
