import type { useTranslations } from "use-intl";
import type { Messages } from "./english";

/** What `useTranslations` gives for a namespace, for functions that are handed it. */
export type Translator<Namespace extends keyof Messages> = ReturnType<
  typeof useTranslations<Namespace>
>;
