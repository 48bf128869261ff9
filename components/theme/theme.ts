export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Read by the server before the first byte of a page, so no script has to mend the colours. */
export const themeCookie = "keepsake-theme";

/** The person's choice; anything unknown, and no cookie at all, follows the system. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
