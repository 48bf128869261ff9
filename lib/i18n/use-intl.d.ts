import type { Messages } from "./english";
import type { Locale } from "./locales";

declare module "use-intl" {
  /** Makes a wrong key, or a missing argument of a text, an error of the compiler. */
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
