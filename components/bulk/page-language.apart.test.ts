import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { byCount } from "@/components/filters/narrowed";
import { sortMemories } from "@/lib/client/collection/sort-orders";
import { memoryOf } from "@/lib/client/testing/memories";
import { carriedTags } from "./carried-tags";

const page = { documentElement: { lang: "en" } };
beforeEach(() => void vi.stubGlobal("document", page));
afterEach(() => void vi.unstubAllGlobals());

/** Estonian puts z between s and t: no English and no German ordering does. */
const names = ["t", "z", "s"];
const inOrder: Record<string, (names: string[]) => string[]> = {
  "tags of the selection": (list) =>
    carriedTags(list.map((name) => ({ tags: [name] }))).map(({ name }) => name),
  "names in the filters": (list) =>
    byCount(new Map(list.map((name) => [name, 1])), []).map(([name]) => name),
  titles: (list) =>
    sortMemories(
      list.map((title) => memoryOf({ id: title, title })),
      "title",
    ).map(({ title }) => title ?? ""),
};

describe.each(Object.entries(inOrder))("the order of %s", (_what, sort) => {
  it("is that of the page's language, also when another one is chosen in place", () => {
    page.documentElement.lang = "en";
    expect(sort(names)).toEqual(["s", "t", "z"]);
    page.documentElement.lang = "et";
    expect(sort(names)).toEqual(["s", "z", "t"]);
    page.documentElement.lang = "de";
    expect(sort(names)).toEqual(["s", "t", "z"]);
  });
});
