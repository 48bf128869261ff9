import { describe, expect, it } from "vitest";
import { emptyForm } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import { type FormContext, memoryResolver } from "./form-resolver";

const form: MemoryForm = { ...emptyForm, content: "Text" };

async function errorsOf(values: MemoryForm, context: Partial<FormContext>) {
  const whole: FormContext = { initial: null, replacesContent: false, ...context };
  const { errors } = await memoryResolver(values, whole, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  return Object.fromEntries(
    Object.entries(errors).map(([field, error]) => [field, error?.message]),
  );
}

describe("memoryResolver", () => {
  it("asks a new memory for content, in the contract's words", async () => {
    expect(await errorsOf(emptyForm, {})).toEqual({ content: "Write something first." });
  });

  it("passes a filled form on as it is", async () => {
    const answer = await memoryResolver(
      form,
      { initial: null, replacesContent: false },
      { fields: {}, shouldUseNativeValidation: false },
    );
    expect(answer).toEqual({ values: form, errors: {} });
  });

  const odd: MemoryForm = { ...form, importance: 3, title: "x".repeat(300), tags: ["a,b"] };

  it("lets values pass that Memoram held before and nobody touched", async () => {
    expect(await errorsOf({ ...odd, source: "chat" }, { initial: odd })).toEqual({});
  });

  it("checks them once they are touched", async () => {
    const touched: MemoryForm = {
      ...odd,
      importance: 4,
      title: `${odd.title}y`,
      tags: ["a,b", "c"],
    };
    expect(Object.keys(await errorsOf(touched, { initial: odd })).sort()).toEqual([
      "importance",
      "tags",
      "title",
    ]);
  });

  it("lets unreadable content stay, and asks for new when it is to be replaced", async () => {
    const unreadable = { ...form, content: "" };
    expect(await errorsOf(unreadable, { initial: unreadable })).toEqual({});
    expect(await errorsOf(unreadable, { initial: unreadable, replacesContent: true })).toEqual({
      content: "Write something first.",
    });
  });

  it("does not let content be emptied", async () => {
    expect(await errorsOf({ ...form, content: "" }, { initial: form })).toHaveProperty("content");
  });
});
