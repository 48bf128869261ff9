import type { Context, Next } from "hono";
import { type JWTPayload, jwtVerify, SignJWT } from "jose";
import { newId, stableId } from "../ids";
import type { Database } from "../store/database";
import { readMeta, writeMeta } from "../store/meta";
import { ApiError } from "./errors";

const audience = "memoram-api";

/** Makes and checks the developer's short-lived JWTs. */
export interface TokenIssuer {
  issue(lifeSeconds: number): Promise<{ token: string; expiresAt: Date }>;
  /** Whether the token is ours, in time and not taken back. */
  accepts(token: string): Promise<boolean>;
  /** Every token issued so far is refused from now on. */
  expireAll(): Promise<void>;
}

/** @param apiKey names the developer account in the token's subject, by a digest */
export async function createTokenIssuer(
  database: Database,
  options: { secret: string; issuer: string; apiKey: string },
): Promise<TokenIssuer> {
  const key = Buffer.from(options.secret, "hex");
  const subject = stableId("developer", options.apiKey);
  // Tokens carry the epoch they were made in; raising it takes all earlier ones back.
  let epoch = Number((await readMeta(database, "token_epoch")) ?? 0);

  return {
    async issue(lifeSeconds) {
      const now = Math.floor(Date.now() / 1000);
      const expiresAt = new Date((now + lifeSeconds) * 1000);
      const token = await new SignJWT({ epoch })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuer(options.issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setJti(newId())
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    async accepts(token) {
      let payload: JWTPayload;
      try {
        ({ payload } = await jwtVerify(token, key, {
          algorithms: ["HS256"],
          issuer: options.issuer,
          audience,
          subject,
          requiredClaims: ["exp"],
        }));
      } catch {
        return false;
      }
      return payload.epoch === epoch;
    },
    async expireAll() {
      epoch += 1;
      await writeMeta(database, "token_epoch", String(epoch));
    },
  };
}

/** Lets a request through that carries a good developer token. @throws ApiError 401 */
export function requireDeveloper(tokens: TokenIssuer) {
  return async (c: Context, next: Next): Promise<void> => {
    const match = /^Bearer +([^\s]+)$/i.exec(c.req.header("authorization") ?? "");
    if (!match?.[1]) throw new ApiError(401, "A developer token is required.");
    if (!(await tokens.accepts(match[1]))) {
      throw new ApiError(401, "The developer token is invalid or has expired.");
    }
    await next();
  };
}
