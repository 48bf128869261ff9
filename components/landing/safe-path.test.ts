import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each([
    "/memories",
    "/memories/abc?tags=a,b&q=x%20y#part",
    "/connect",
    "/",
    "/memories?next=//evil.example",
    "/apiary",
  ])("keeps %s", (path) => {
    expect(safePath(path, "/fallback")).toBe(path);
  });

  it.each([
    undefined,
    ["/memories"],
    "",
    "memories",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/./\\evil.example",
    "https://evil.example/memories",
    "javascript:alert(1)",
    " /memories",
    "/api/auth/signout",
    "/signin?error=denied",
  ])("refuses %j", (path) => {
    expect(safePath(path, "/fallback")).toBe("/fallback");
  });
});
