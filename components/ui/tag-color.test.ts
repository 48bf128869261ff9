import { expect, it } from "vitest";
import { tagColor } from "./tag-color";

it.each(["#FF5733", "#abc", "#abcd", "#11223344", " #FF5733 "])("takes %s", (color) => {
  expect(tagColor(color)).toBe(color.trim());
});

it.each([
  null,
  undefined,
  "",
  "red",
  "#12",
  "#12345",
  "#ff573g",
  "url(//x)",
  "#fff;background:url(x)",
])("falls back for %s", (color) => {
  expect(tagColor(color)).toBeUndefined();
});
