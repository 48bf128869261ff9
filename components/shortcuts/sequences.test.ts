import { describe, expect, it } from "vitest";
import { commands } from "./commands";
import { secondKeys, stepOf } from "./sequences";

const idOf = (pending: string | null, key: string) => {
  const step = stepOf(pending, key);
  return step.kind === "command" ? step.command.id : step.kind;
};

describe("stepOf", () => {
  it("knows single keys", () => {
    expect(idOf(null, "n")).toBe("new");
    expect(idOf(null, "#")).toBe("delete");
    expect(idOf(null, "Delete")).toBe("delete");
    expect(idOf(null, "q")).toBe("nothing");
  });

  it("waits after g, and does not take the second key for a command of its own", () => {
    expect(stepOf(null, "g")).toEqual({ kind: "first", key: "g" });
    expect(idOf("g", "t")).toBe("goTags");
    expect(idOf(null, "t")).toBe("tags");
    expect(idOf("g", "n")).toBe("nothing");
    expect(idOf("g", "g")).toBe("nothing");
  });

  it("leaves to the browser what is the browser's", () => {
    expect(idOf(null, "Enter")).toBe("nothing");
  });
});

describe("the table of commands", () => {
  it("gives no keys twice, and no key both alone and as the first of two", () => {
    const sequences = commands.flatMap(({ keys }) => keys.map((keys) => keys.join(" ")));
    expect(new Set(sequences).size).toBe(sequences.length);
    for (const first of new Set(sequences.filter((keys) => keys.includes(" ")).map((k) => k[0]))) {
      expect(sequences).not.toContain(first);
    }
  });

  it("leads to every page after g", () => {
    expect(secondKeys("g").map(({ key }) => key)).toEqual(["m", "t", "x", "a", "s", "c"]);
  });
});
