import { after } from "next/server";
import { expect, it, vi } from "vitest";
import { breakerLimits } from "@/lib/memoram/breaker";
import { testSettings } from "@/scripts/test/settings";
import { memoram } from "./runtime";

vi.mock("next/server", () => ({ after: vi.fn() }));
vi.mock("@/lib/memoram/transport", async (original) => {
  const { AppError } = await import("@/lib/errors");
  return {
    ...(await original<typeof import("@/lib/memoram/transport")>()),
    createTransport: () => async () => {
      throw new AppError("memoram-unavailable");
    },
  };
});

it("lets the request that began a trial see it to its end", async () => {
  Object.assign(process.env, testSettings());
  const grant = { code: "c", redirectUri: "https://keepsake.example", codeVerifier: "v" };
  const ask = () =>
    memoram()
      .exchangeCode(grant)
      .catch(() => undefined);
  for (let count = 0; count < breakerLimits.opensAfter; count += 1) await ask();
  expect(after).not.toHaveBeenCalled();
  await ask();
  expect(after).toHaveBeenCalledTimes(1);
});
