import { beforeAll, describe, expect, it } from "vitest";
import { landingPath, ownPath } from "@/lib/auth/own-path";
import { testSettings } from "@/scripts/test/settings";

const origin = "https://keepsake.example";
beforeAll(() => {
  Object.assign(process.env, testSettings({ NEXTAUTH_URL: `${origin}/` }));
});

describe("ownPath", () => {
  it.each([
    ["/", "/"],
    ["/memories?q=a%20b#c", "/memories?q=a%20b#c"],
    ["/a/../b", "/b"],
    ["/%2F%2Fevil.example", "/%2F%2Fevil.example"],
    ["/a//b", "/a//b"],
    [origin, "/"],
    [`${origin}/x`, "/x"],
    [`${origin}:443/x`, "/x"],
    ["HTTPS://KEEPSAKE.EXAMPLE/x", "/x"],
    ["https:/x", "/x"],
  ])("%s is ours", (address, path) => {
    expect(ownPath(address)).toBe(path);
    expect(new URL(path, origin).origin).toBe(origin);
  });

  it.each([
    "",
    "x",
    "memories",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    " /memories",
    "/.//evil.example",
    "/x/..//evil.example",
    `${origin}//evil.example`,
    `${origin}.evil.example`,
    `${origin}@evil.example`,
    "https://user@keepsake.example/",
    "http://keepsake.example/",
    "https://keepsake.example:444/",
    "javascript:alert(1)",
    `blob:${origin}/x`,
    "https://[",
  ])("%j is not", (address) => {
    expect(ownPath(address)).toBeNull();
  });
});

describe("landingPath", () => {
  it.each([
    ["/activity", "/activity", "/connect?next=%2Factivity"],
    ["/", "/memories", "/connect?next=%2Fmemories"],
    ["//evil.example", "/memories", "/connect?next=%2Fmemories"],
    ["/signin?error=denied", "/memories", "/connect?next=%2Fmemories"],
    ["/api/connection", "/memories", "/connect?next=%2Fmemories"],
    ["/signing", "/signing", "/connect?next=%2Fsigning"],
    ["/connect", "/memories", "/connect"],
    ["/connect?next=%2Factivity", "/memories", "/connect?next=%2Factivity"],
    ["/connected", "/connected", "/connect?next=%2Fconnected"],
  ])("%s leads to %s, before approval to %s", (address, approved, before) => {
    expect(landingPath(address, true)).toBe(approved);
    expect(landingPath(address, false)).toBe(before);
  });
});
