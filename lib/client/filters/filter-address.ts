import { isCalendarDay } from "./days";
import {
  type LevelRange,
  type MemoryFilters,
  noFilters,
  type Sort,
  sorts,
  type View,
  views,
} from "./memory-filters";

/** The contract's limit on `q`, in UTF-16 units. */
export const MAX_SEARCH_LENGTH = 500;

/** More names than this in one address are not typed by anybody. */
const MAX_NAMES = 50;

/** Tags and sources of other tools may be longer than ours; an address has to end somewhere. */
const MAX_NAME_LENGTH = 500;

type Params = Pick<URLSearchParams, "get" | "getAll">;

/**
 * Reads filters from a page address. Addresses are typed and shared by people: a value that means
 * nothing is ignored, never an error.
 */
export function parseFilters(params: Params): MemoryFilters {
  const tags = tagNames(params.get("tags"));
  return {
    view: oneOf<View>(views, params.get("view"), noFilters.view),
    q: searchText(params.get("q") ?? ""),
    tags,
    not: tagNames(params.get("not")).filter((name) => !tags.includes(name)),
    importance: parseRange(params, "importance"),
    confidence: parseRange(params, "confidence"),
    source: meaningful(params.getAll("source")),
    from: parseDay(params.get("from")),
    to: parseDay(params.get("to")),
    sort: oneOf<Sort>(sorts, params.get("sort"), noFilters.sort),
  };
}

/** What is searched for when somebody types `text`: trimmed, short enough, nothing unsendable. */
export function searchText(text: string): string {
  const short = text.replaceAll("\0", "").trim().slice(0, MAX_SEARCH_LENGTH);
  return short.toWellFormed().trim();
}

function oneOf<Value extends string>(
  values: readonly Value[],
  text: string | null,
  otherwise: Value,
): Value {
  return values.find((value) => value === text) ?? otherwise;
}

const tagNames = (text: string | null) => meaningful(splitNames(text ?? ""));

const meaningful = (names: readonly string[]): string[] =>
  [...new Set(names)]
    .filter((name) => name !== "" && name.length <= MAX_NAME_LENGTH && name.isWellFormed())
    .slice(0, MAX_NAMES);

/**
 * Names stand between commas. Keepsake allows no comma in a tag, other tools may: there it is
 * written `\,`, and a backslash before either as `\\`. Any other backslash is itself.
 */
function splitNames(text: string): string[] {
  return Array.from(text.matchAll(/((?:\\[\\,]|[^,])*)(?:,|$)/g), ([, name = ""]) =>
    name.replace(/\\([\\,])/g, "$1"),
  );
}

const joinNames = (names: readonly string[]): string =>
  names.map((name) => name.replace(/,|\\(?=[\\,]|$)/g, "\\$&")).join(",");

/** A minimum of 0 or a maximum of 1 excludes nothing on the scale of 0 to 1: it is no filter. */
function parseRange(params: Params, name: "importance" | "confidence"): LevelRange {
  const min = parseLevel(params.get(name));
  const max = parseLevel(params.get(`${name}-max`));
  return { min: min === 0 ? null : min, max: max === 1 ? null : max };
}

function parseLevel(text: string | null): number | null {
  if (!text || !/^(\d+\.?\d*|\.\d+)$/.test(text)) return null;
  const value = Number(text);
  return value <= 1 ? value : null;
}

const parseDay = (text: string | null) => (text !== null && isCalendarDay(text) ? text : null);

/** The filters as query parameters, in a fixed order, absent where they filter nothing. */
export function filterParams(filters: MemoryFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.view !== "all") params.set("view", filters.view);
  if (filters.q !== "") params.set("q", filters.q);
  if (filters.tags.length > 0) params.set("tags", joinNames(filters.tags));
  if (filters.not.length > 0) params.set("not", joinNames(filters.not));
  for (const name of ["importance", "confidence"] as const) {
    const { min, max } = filters[name];
    if (min !== null) params.set(name, String(min));
    if (max !== null) params.set(`${name}-max`, String(max));
  }
  for (const source of filters.source) params.append("source", source);
  if (filters.from !== null) params.set("from", filters.from);
  if (filters.to !== null) params.set("to", filters.to);
  if (filters.sort !== "newest") params.set("sort", filters.sort);
  return params;
}

/** `path` with the filters behind it; commas between tags stay readable. */
export function withFilters(path: string, filters: MemoryFilters): string {
  const query = filterParams(filters).toString().replaceAll("%2C", ",");
  return query ? `${path}?${query}` : path;
}

/** One text per set of filters: equal texts filter and sort alike. */
export const filterKey = (filters: MemoryFilters): string => filterParams(filters).toString();
