import { describe, expect, it, vi } from "vitest";
import { ApiError } from "@/lib/client/errors";
import type { FieldError } from "@/lib/contract/problem";
import { fieldErrorsOf, showAtFields } from "./server-errors";

function refused(errors: FieldError[]) {
  const problem = { type: "", title: "", detail: "", requestId: "r", status: 422, errors };
  return new ApiError({ ...problem, code: "validation-failed" }, null);
}

describe("fieldErrorsOf", () => {
  it("puts each refusal at its field, nested paths at the whole field, one per field", () => {
    const error = refused([
      { path: "tags.3", message: "A tag may not contain a comma." },
      { path: "tags.4", message: "Another" },
      { path: "title", message: "Too long." },
    ]);
    expect(fieldErrorsOf(error)).toEqual([
      { field: "tags", message: "A tag may not contain a comma." },
      { field: "title", message: "Too long." },
    ]);
  });

  it("leaves to the notice what belongs to no field", () => {
    expect(fieldErrorsOf(refused([{ path: "", message: "Name at least one field." }]))).toBeNull();
    expect(fieldErrorsOf(refused([{ path: "titles", message: "x" }]))).toBeNull();
    expect(fieldErrorsOf(refused([]))).toBeNull();
    expect(fieldErrorsOf(new Error("bug"))).toBeNull();
  });
});

describe("showAtFields", () => {
  it("leads to the first refused field", () => {
    const setError = vi.fn();
    const error = refused([
      { path: "title", message: "a" },
      { path: "source", message: "b" },
    ]);
    expect(showAtFields({ setError }, error)).toBe(true);
    expect(setError.mock.calls.map(([field, , how]) => [field, how.shouldFocus])).toEqual([
      ["title", true],
      ["source", false],
    ]);
  });

  it("says when it could not", () => {
    expect(showAtFields({ setError: vi.fn() }, new Error("x"))).toBe(false);
  });
});
