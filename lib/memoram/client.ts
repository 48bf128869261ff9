import "server-only";
import { type AccessRequestsApi, accessRequests } from "@/lib/memoram/access-requests";
import { exchangeApiKey } from "@/lib/memoram/auth-token";
import { type Patience, withBreaker } from "@/lib/memoram/breaker";
import { createDeveloperTokens, type DeveloperTokenStore } from "@/lib/memoram/developer-token";
import { createHttp } from "@/lib/memoram/http";
import { memoryBlobs } from "@/lib/memoram/memory-blobs";
import { exchangeCode, type TokenClient, type UserTokens } from "@/lib/memoram/oauth";
import { isRefusal } from "@/lib/memoram/status-error";
import { tags } from "@/lib/memoram/tags";
import type { Transport } from "@/lib/memoram/transport";
import type { KeepAlive } from "@/lib/memoram/trials";

/** Every documented call of Memoram's API, typed; every answer parsed. */
export type Memoram = {
  exchangeCode(grant: {
    code: string;
    redirectUri: string;
    codeVerifier: string;
  }): Promise<UserTokens>;
  accessRequests: AccessRequestsApi;
  memoryBlobs: ReturnType<typeof memoryBlobs>;
  tags: ReturnType<typeof tags>;
  /**
   * Resolves when Memoram answers and accepts our credentials: asks for an access request that
   * cannot exist, since there is no documented call for a health check.
   */
  ping(): Promise<void>;
};

const PING_MS = 3_000;
/** Shaped like an id [D], and nobody's. */
const NO_REQUEST = `c${"0".repeat(24)}`;

export type MemoramOptions = {
  transport: Transport;
  /** As `https://api.memoram.app/api/v1`, without a slash at the end. */
  baseUrl: string;
  apiKey: string;
  tokenClient: TokenClient;
  tokenStore: DeveloperTokenStore;
  /** Is given what goes on after its caller was answered; see `withBreaker`. */
  keepAlive: KeepAlive;
  /** Of the request that is being answered; see `withBreaker`. */
  patience: Patience;
};

/** Puts the client together; nothing is sent before the first call. */
export function createMemoram(options: MemoramOptions): Memoram {
  const { baseUrl, apiKey } = options;
  const trialUrl = `${baseUrl}/access-requests/${NO_REQUEST}`;
  const transport = withBreaker(options.transport, {
    baseUrl,
    trialUrl,
    keepAlive: options.keepAlive,
    patience: options.patience,
  });
  const tokens = createDeveloperTokens({
    store: options.tokenStore,
    exchange: () => exchangeApiKey({ transport, baseUrl, apiKey }),
  });
  const http = createHttp({ baseUrl, transport, tokens });
  const requests = accessRequests(http);
  return {
    exchangeCode: (grant) => exchangeCode(transport, options.tokenClient, grant),
    accessRequests: requests,
    memoryBlobs: memoryBlobs(http),
    tags: tags(http),
    async ping() {
      try {
        await requests.read(NO_REQUEST, PING_MS);
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    },
  };
}
