import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { Sentence } from "./sentence";

const secretsSchema = z.object({
  NEXTAUTH_SECRET: z.string().min(32),
  VAULT_KEYS: z.string().min(1),
  SANDBOX_API_KEY: z.string().min(1),
  SANDBOX_CLIENT_ID: z.string().min(1),
  SANDBOX_CLIENT_SECRET: z.string().min(1),
});

export type KeptSecrets = z.infer<typeof secretsSchema>;

/** Fresh secrets, in the forms that the app and the sandbox ask for. */
export function makeSecrets(): KeptSecrets {
  return {
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    VAULT_KEYS: `dev1:${randomBytes(32).toString("base64")}`,
    SANDBOX_API_KEY: `mem_${randomBytes(24).toString("hex")}`,
    SANDBOX_CLIENT_ID: `client_${randomBytes(8).toString("hex")}`,
    SANDBOX_CLIENT_SECRET: randomBytes(32).toString("hex"),
  };
}

async function readKept(path: string): Promise<Partial<KeptSecrets>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new Sentence(`${path} cannot be read: ${String(error)}`);
  }
  try {
    return secretsSchema.partial().parse(JSON.parse(text));
  } catch {
    throw new Sentence(
      `${path} is damaged. Without it, what .data keeps cannot be opened: delete the folder .data to begin anew.`,
    );
  }
}

/**
 * The secrets of this checkout's development, made at the first call and the same ever after:
 * with new ones, nothing that is stored could be opened. Only the owner may read the file.
 */
export async function keptSecrets(path: string): Promise<KeptSecrets> {
  const kept = await readKept(path);
  const complete = secretsSchema.safeParse(kept);
  if (complete.success) return complete.data;

  const secrets = { ...makeSecrets(), ...kept };
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
  return secrets;
}
