import { describe, expect, it } from "vitest";
import { followAddress, type SearchDraft } from "./search-draft";

const typing = (text: string): SearchDraft => ({ text, isSettled: false });

describe("followAddress", () => {
  it("keeps what was typed while the address is still behind", () => {
    expect(followAddress(typing("night tr"), "night")).toEqual(typing("night tr"));
  });

  it("settles when the address has caught up, spaces and all", () => {
    expect(followAddress(typing("night "), "night")).toEqual({ text: "night ", isSettled: true });
  });

  it("gives way once somebody else changes the address", () => {
    const settled = followAddress(typing("night "), "night");
    expect(followAddress(settled, "")).toBeNull();
    expect(followAddress(settled, "day")).toBeNull();
    expect(followAddress(null, "day")).toBeNull();
  });
});
