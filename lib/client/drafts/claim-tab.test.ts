import { beforeEach, describe, expect, it } from "vitest";
import { emptyForm } from "@/lib/client/memory-patch";
import { standInTab } from "@/lib/client/testing/storage";
import { claimTab } from "./claim-tab";
import { draftKeys, writeDraft } from "./draft-storage";

const tab = standInTab();
const draft = { values: emptyForm, base: null, baseEtag: null, savedAt: 1 };

describe("claimTab", () => {
  beforeEach(() => {
    tab.storage.clear();
    claimTab("one person");
    writeDraft("new", draft);
  });

  it("leaves a person their drafts", () => {
    claimTab("one person");
    expect(draftKeys()).toEqual(["new"]);
  });

  it("leaves nobody the drafts of somebody else", () => {
    claimTab("another");
    expect(draftKeys()).toEqual([]);
    claimTab("one person");
    expect(draftKeys()).toEqual([]);
  });

  it("trusts no draft of which it is not known whose it is", () => {
    tab.storage.removeItem("keepsake.person");
    claimTab("one person");
    expect(draftKeys()).toEqual([]);
  });
});
