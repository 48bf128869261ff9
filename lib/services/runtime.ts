import "server-only";
import { createHash } from "node:crypto";
import type { ProblemCode } from "@/lib/contract/problem";
import { problemTable } from "@/lib/contract/problem";
import { type SealedContext, sealedIn } from "@/lib/crypto/sealed-columns";
import { createVault, parseVaultKeys, VaultError } from "@/lib/crypto/vault";
import {
  noteExchangeFailure,
  readDeveloperToken,
  writeDeveloperToken,
} from "@/lib/db/developer-tokens";
import { releaseLease, takeLease } from "@/lib/db/leases";
import { env } from "@/lib/env";
import { keepAlive } from "@/lib/keep-alive";
import { causeOf, log } from "@/lib/log";
import { createMemoram, type Memoram } from "@/lib/memoram/client";
import type { DeveloperTokenStore, ExchangeFailure } from "@/lib/memoram/developer-token";
import { createTransport } from "@/lib/memoram/transport";
import { patience } from "@/lib/patience";

/** The vault as services use it: for the columns of the list only, see lib/crypto/sealed-columns.ts. */
export type OwnVault = {
  seal(plaintext: string, context: SealedContext): Promise<string>;
  open(sealed: string, context: SealedContext): Promise<string>;
};

let sharedVault: OwnVault | undefined;
let sharedMemoram: Memoram | undefined;

/** The vault of this installation; its keys come from `VAULT_KEYS`. */
export function vault(): OwnVault {
  sharedVault ??= createVault(parseVaultKeys(env().VAULT_KEYS));
  return sharedVault;
}

const isCode = (text: string): text is ProblemCode => Object.hasOwn(problemTable, text);

/** A failure as one text: its code, and after a space how many seconds Memoram asked to wait. */
const failureText = ({ code, retryAfterSeconds }: ExchangeFailure) =>
  retryAfterSeconds === undefined ? code : `${code} ${retryAfterSeconds}`;

function asFailure(text: string | null): ExchangeFailure | null {
  const [code = "", seconds] = text?.split(" ") ?? [];
  if (!isCode(code)) return null;
  return seconds === undefined ? { code } : { code, retryAfterSeconds: Number(seconds) };
}

/** Null when no key of ours opens it: another exchange mends that, so nobody is left out. */
async function openToken(sealed: string, context: SealedContext): Promise<string | null> {
  try {
    return await vault().open(sealed, context);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    log.warn("the stored developer token does not open", { cause: causeOf(error) });
    return null;
  }
}

/** The developer token's row: `id` differs for another address or API key, so none is mixed up. */
function developerTokenStore(): DeveloperTokenStore {
  const { MEMORAM_API_URL, MEMORAM_API_KEY } = env();
  const id = createHash("sha256").update(`${MEMORAM_API_URL}\n${MEMORAM_API_KEY}`).digest("hex");
  const leaseKey = `developer-token:${id}`;
  const context = sealedIn("DeveloperToken", "token", id);
  return {
    async read() {
      const row = await readDeveloperToken(id);
      return {
        token: row.token === null ? null : await openToken(row.token, context),
        version: row.version,
        expiresAt: row.expiresAt?.getTime() ?? 0,
        refreshAfter: row.refreshAfter?.getTime() ?? 0,
        failures: row.failures,
        failure: asFailure(row.failureCode),
      };
    },
    take: (holder, ttlMs) => takeLease(leaseKey, holder, ttlMs),
    write: async (holder, basedOn, { token, expiresAt, refreshAfter }) =>
      writeDeveloperToken({
        id,
        leaseKey,
        holder,
        basedOn,
        sealed: await vault().seal(token, context),
        expiresAt: new Date(expiresAt),
        refreshAfter: new Date(refreshAfter),
      }),
    fail: (failure) => noteExchangeFailure(id, failureText(failure)),
    release: (holder) => releaseLease(leaseKey, holder),
  };
}

/** The client for Memoram of this installation. */
export function memoram(): Memoram {
  if (sharedMemoram) return sharedMemoram;
  const settings = env();
  sharedMemoram = createMemoram({
    transport: createTransport(),
    baseUrl: settings.MEMORAM_API_URL,
    apiKey: settings.MEMORAM_API_KEY,
    tokenClient: {
      tokenUrl: settings.MEMORAM_TOKEN_URL,
      clientId: settings.MEMORAM_CLIENT_ID,
      clientSecret: settings.MEMORAM_CLIENT_SECRET,
      authMethod: settings.MEMORAM_TOKEN_AUTH_METHOD,
    },
    tokenStore: developerTokenStore(),
    keepAlive,
    patience,
  });
  return sharedMemoram;
}
