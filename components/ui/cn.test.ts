import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cn } from "./cn";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const sizes = [
  ...[...css.matchAll(/^\s*--text-([a-z-]+?): /gm)].map((match) => match[1]),
  ...[...css.matchAll(/^@utility text-([a-z-]+) /gm)].map((match) => match[1]),
].filter((name): name is string => name !== undefined && !name.includes("--"));

describe("cn", () => {
  it("finds the type scale in the stylesheet", () => {
    expect(sizes).toContain("ui");
    expect(sizes).toContain("memory");
    expect(sizes.length).toBeGreaterThan(10);
  });

  it.each(sizes)("keeps text-%s beside a colour, and lets a later size replace it", (name) => {
    expect(cn(`text-${name}`, "text-ink-2")).toBe(`text-${name} text-ink-2`);
    expect(cn(`text-${name}`, "text-sm")).toBe("text-sm");
    expect(cn("text-sm", `text-${name}`)).toBe(`text-${name}`);
  });

  it("lets the later colour, radius and shadow hold", () => {
    expect(cn("text-ink", "text-danger")).toBe("text-danger");
    expect(cn("rounded-card", "rounded-small")).toBe("rounded-small");
    expect(cn("shadow-float", "shadow-none")).toBe("shadow-none");
    expect(cn("p-2", false, undefined, "p-4")).toBe("p-4");
  });
});
