import { z } from "zod";
import { newSecret, sha256 } from "../ids";
import { first, type Queryable } from "./database";

const codeRow = z.object({
  code_hash: z.string(),
  person_id: z.string(),
  client_id: z.string(),
  redirect_uri: z.string(),
  code_challenge: z.string(),
  expires_at: z.date(),
  used_at: z.date().nullable(),
});
export type StoredCode = z.infer<typeof codeRow>;

const tokenRow = z.object({
  token_hash: z.string(),
  person_id: z.string(),
  client_id: z.string(),
  code_hash: z.string(),
  expires_at: z.date(),
});
export type StoredToken = z.infer<typeof tokenRow>;

const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

/** Makes a one-use authorization code; only its hash is kept. */
export async function issueCode(
  database: Queryable,
  grant: { personId: string; clientId: string; redirectUri: string; codeChallenge: string },
  lifeSeconds: number,
): Promise<string> {
  const code = newSecret();
  await database.run(
    `insert into sandbox.authorization_code
       (code_hash, person_id, client_id, redirect_uri, code_challenge, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      sha256(code),
      grant.personId,
      grant.clientId,
      grant.redirectUri,
      grant.codeChallenge,
      later(lifeSeconds),
    ],
  );
  return code;
}

export function findCode(database: Queryable, code: string): Promise<StoredCode | null> {
  return first(database, codeRow, "select * from sandbox.authorization_code where code_hash = $1", [
    sha256(code),
  ]);
}

/** Marks a code as used; false when somebody else used it first. */
export async function spendCode(database: Queryable, codeHash: string): Promise<boolean> {
  const changed = await database.run(
    "update sandbox.authorization_code set used_at = $2 where code_hash = $1 and used_at is null",
    [codeHash, new Date().toISOString()],
  );
  return changed > 0;
}

/** Makes an access and a refresh token for a person; only their hashes are kept. */
export async function issueUserTokens(
  database: Queryable,
  grant: { personId: string; clientId: string; codeHash: string },
  lifeSeconds: { access: number; refresh: number },
): Promise<{ access: string; refresh: string }> {
  const tokens = { access: `mat_${newSecret()}`, refresh: `mrt_${newSecret()}` };
  for (const kind of ["access", "refresh"] as const) {
    await database.run(
      `insert into sandbox.user_token
         (token_hash, kind, person_id, client_id, code_hash, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        sha256(tokens[kind]),
        kind,
        grant.personId,
        grant.clientId,
        grant.codeHash,
        later(lifeSeconds[kind]),
      ],
    );
  }
  return tokens;
}

/** Takes a refresh token out of the store: each works once. Null when there is no such token. */
export function takeRefreshToken(database: Queryable, token: string): Promise<StoredToken | null> {
  return first(
    database,
    tokenRow,
    "delete from sandbox.user_token where token_hash = $1 and kind = 'refresh' returning *",
    [sha256(token)],
  );
}

/** RFC 6749 4.1.2: a code that is used twice takes back what it gave. */
export async function revokeTokensOfCode(database: Queryable, codeHash: string): Promise<void> {
  await database.run("delete from sandbox.user_token where code_hash = $1", [codeHash]);
}

/** Forgets codes and tokens that ran out more than a day ago, so that the store does not grow. */
export async function forgetExpired(database: Queryable): Promise<void> {
  const before = new Date(Date.now() - 86_400_000).toISOString();
  await database.run("delete from sandbox.user_token where expires_at < $1", [before]);
  await database.run("delete from sandbox.authorization_code where expires_at < $1", [before]);
}
