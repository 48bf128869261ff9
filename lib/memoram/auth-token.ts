import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Exchanged } from "@/lib/memoram/developer-token";
import { jsonOf, readAnswer } from "@/lib/memoram/http";
import { isRefusal } from "@/lib/memoram/status-error";
import { type Transport, transportLimits } from "@/lib/memoram/transport";

const answerSchema = z.object({
  token: z.string().min(1),
  expires_at: z.string().refine((text) => Number.isFinite(Date.parse(text))),
});

/** By our clock, the least a token that was just answered is taken to live. */
const SHORTEST_LIFE_MS = 10_000;

/**
 * `POST /auth/token` [D]: developer API key → JWT. Not repeated when it fails.
 * @throws AppError memoram-credentials for 400, 401 and 403: the key is refused; and what
 *   `readAnswer` throws.
 */
export async function exchangeApiKey(options: {
  transport: Transport;
  baseUrl: string;
  apiKey: string;
}): Promise<Exchanged> {
  const { transport, baseUrl, apiKey } = options;
  try {
    const answer = await transport(
      {
        method: "POST",
        url: `${baseUrl}/auth/token`,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ api_key: apiKey }),
        changesNothing: true,
      },
      AbortSignal.timeout(transportLimits.callMs),
    );
    const { token, expires_at } = readAnswer(answer, jsonOf(answerSchema));
    // A clock that runs ahead of Memoram's must not turn every call into an exchange.
    const expiresAt = Math.max(Date.parse(expires_at), Date.now() + SHORTEST_LIFE_MS);
    return { token, expiresAt };
  } catch (error) {
    if (isRefusal(error, 400, 401, 403))
      throw new AppError("memoram-credentials", { cause: error });
    if (isRefusal(error)) throw new AppError("memoram-bad-response", { cause: error });
    throw error;
  }
}
