import type { Random } from "./random";

/** What a template makes; ages, sources and the way of storing are drawn for all alike. */
export interface Draft {
  title: string;
  summary: string;
  text: string;
  tags: readonly string[];
}

export type Template = (random: Random) => Draft;

/** The text with its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}
