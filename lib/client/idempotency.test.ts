import { describe, expect, it } from "vitest";
import { createAttempts } from "./idempotency";

describe("createAttempts", () => {
  const numbered = () => {
    let count = 0;
    return createAttempts(() => `key-${++count}`);
  };

  it("keeps the key for a retry of the same body", () => {
    const attempts = numbered();
    expect(attempts.keyFor({ content: "a" })).toBe("key-1");
    expect(attempts.keyFor({ content: "a" })).toBe("key-1");
  });

  it("takes another key for another body", () => {
    const attempts = numbered();
    attempts.keyFor({ content: "a" });
    expect(attempts.keyFor({ content: "b" })).toBe("key-2");
  });

  it("takes another key for the same words after a success", () => {
    const attempts = numbered();
    attempts.keyFor({ content: "a" });
    attempts.finish();
    expect(attempts.keyFor({ content: "a" })).toBe("key-2");
  });

  it("makes keys that the contract allows: 1 to 255 visible ASCII characters", () => {
    const one = createAttempts().keyFor({});
    expect(one).toMatch(/^[!-~]{1,255}$/);
    expect(createAttempts().keyFor({})).not.toBe(one);
  });
});
