import { afterEach, describe, expect, it, vi } from "vitest";
import { OfflineError } from "./errors";
import { signInAgainHref } from "./session";
import { hasUnsavedWork, holdUnsavedWork } from "./unsaved-work";

/** A fresh copy of the module each time: it remembers that it is leaving. */
async function leaving() {
  vi.resetModules();
  const assign = vi.fn();
  vi.stubGlobal("window", {
    location: { pathname: "/memories/a", search: "?q=x", hash: "", assign },
  });
  const { leaveWhenSignedOut } = await import("./session");
  const { ApiError: Fresh } = await import("./errors");
  const { holdUnsavedWork: hold } = await import("./unsaved-work");
  const error = new Fresh(
    { type: "", title: "", status: 401, detail: "", code: "unauthenticated", requestId: "" },
    null,
  );
  return { assign, leave: leaveWhenSignedOut, error, hold };
}

afterEach(() => vi.unstubAllGlobals());

describe("an ended session", () => {
  it("comes back to where the person was", () => {
    const url = new URL(signInAgainHref("/memories/a?q=x&tags=b"), "http://localhost");
    expect(url.pathname).toBe("/signin");
    expect(url.searchParams.get("error")).toBe("session-expired");
    expect(url.searchParams.get("callbackUrl")).toBe("/memories/a?q=x&tags=b");
  });

  it("leads to the sign-in page once, however many calls meet it", async () => {
    const { assign, leave, error } = await leaving();
    leave(error);
    leave(error);
    expect(assign.mock.calls).toEqual([[signInAgainHref("/memories/a?q=x")]]);
  });

  it("stays when something typed is not saved", async () => {
    const { assign, leave, error, hold } = await leaving();
    const release = hold();
    leave(error);
    expect(assign).not.toHaveBeenCalled();
    release();
    leave(error);
    expect(assign).toHaveBeenCalledOnce();
  });

  it("stays for any other failure", async () => {
    const { assign, leave } = await leaving();
    leave(new OfflineError(null));
    leave(new Error("bug"));
    expect(assign).not.toHaveBeenCalled();
  });
});

describe("unsaved work", () => {
  it("is held until the last holder lets go", () => {
    const one = holdUnsavedWork();
    const two = holdUnsavedWork();
    one();
    expect(hasUnsavedWork()).toBe(true);
    two();
    expect(hasUnsavedWork()).toBe(false);
  });
});
