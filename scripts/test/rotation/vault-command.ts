import { spawn } from "node:child_process";

/** A command on the vault, run as a person at a terminal runs it. */
export type VaultCommand = {
  /** What it wrote so far. */
  output: string[];
  /** Resolves when it ended: the exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  kill(signal: NodeJS.Signals): void;
};

/**
 * Starts `npm run vault:rotate` or `npm run vault:check` in a process of its own.
 * @param vaultKeys its VAULT_KEYS; everything else is as in this process
 */
export function startVaultCommand(
  command: "vault-rotate" | "vault-check",
  vaultKeys: string,
): VaultCommand {
  const args = ["--conditions=react-server", "--import", "tsx", `scripts/${command}.ts`];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, VAULT_KEYS: vaultKeys },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  return {
    get output() {
      return text.trimEnd().split("\n");
    },
    ended: new Promise((resolve) => child.on("close", (code, signal) => resolve(code ?? signal))),
    kill: (signal) => child.kill(signal),
  };
}

/** Runs one to its end. */
export async function vaultCommand(...options: Parameters<typeof startVaultCommand>) {
  const command = startVaultCommand(...options);
  return { end: await command.ended, output: command.output };
}
