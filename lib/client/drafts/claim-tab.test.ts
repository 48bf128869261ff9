import { describe, expect, it } from "vitest";
import { emptyForm } from "@/lib/client/memory-patch";
import { keepSelection, readSelection } from "@/lib/client/selection/kept-selection";
import { standInTab } from "@/lib/client/testing/storage";
import { claimTab } from "./claim-tab";
import { draftKeys, writeDraft } from "./draft-storage";

standInTab();

function leaveSomething(): void {
  writeDraft("a", { values: emptyForm, base: null, baseEtag: null, savedAt: 1 });
  keepSelection({ kind: "some", ids: new Set(["a"]) });
}

describe("claimTab", () => {
  it("leaves the same person what they left", () => {
    claimTab("noor");
    leaveSomething();
    claimTab("noor");
    expect(draftKeys()).toEqual(["a"]);
    expect(readSelection()).toMatchObject({ ids: new Set(["a"]) });
  });

  it("leaves another person nothing, nor whoever comes first", () => {
    leaveSomething();
    claimTab("noor");
    expect(draftKeys()).toEqual([]);
    leaveSomething();
    claimTab("tomas");
    expect(draftKeys()).toEqual([]);
    expect(readSelection()).toMatchObject({ ids: new Set() });
  });
});
