import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import { contentFormats, openContent, sealContent } from "@/lib/crypto/content";
import { createVault } from "@/lib/crypto/vault";
import type { Suite } from "./measure";

const key = randomBytes(32);

/** What the vault costs beside bare AES-GCM, and what of that is jose and what our own checks. */
function vaultSuite(): Suite {
  const vault = createVault([{ kid: "bench", key }]);
  const context = { table: "Connection", column: "memoryKey", userId: "cm8r8ny2i001mm24853tqfd62" };
  const secret = `mem_${randomBytes(24).toString("hex")}`;
  return {
    title: "Seal and open one secret of 52 characters",
    subjects: {
      "AES-256-GCM alone": () => openRaw(sealRaw(secret)),
      "jose alone": async () => {
        const header = { alg: "A256GCMKW", enc: "A256GCM" };
        const jwe = new CompactEncrypt(Buffer.from(secret)).setProtectedHeader(header);
        return compactDecrypt(await jwe.encrypt(key), key);
      },
      vault: async () => vault.open(await vault.seal(secret, context), context),
    },
  };
}

function sealRaw(text: string) {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { iv, ciphertext, tag: cipher.getAuthTag() };
}

function openRaw({ iv, ciphertext, tag }: ReturnType<typeof sealRaw>): string {
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
}

/** What each layout costs to open, and what plaintext costs to be recognised as such. */
function layoutSuite(characters: number): Suite {
  const text = "Prefers trains to planes, even at night. ".repeat(characters / 41 + 1);
  const content = text.slice(0, characters);
  const stored = contentFormats.map((format): [string, string] => [
    format,
    sealContent(content, key, format),
  ]);
  return {
    title: `Open one content of ${characters.toLocaleString("en")} characters`,
    subjects: Object.fromEntries(
      [...stored, ["plaintext", content] as const].map(([name, value]) => [
        name,
        () => openContent(value, key),
      ]),
    ),
  };
}

/** Whether opening everything a person has is of the order of merely reading it. */
function wholeStoreSuite(): Suite {
  const memories = Array.from({ length: 10_000 }, (_, index) => ({
    id: `memory-${index}`,
    title: `Memory number ${index}`,
    content: sealContent(`${index} `.repeat(60), key, "gcm-hex"),
    tags: ["travel", "food"],
    created_at: new Date(index * 1e8).toISOString(),
  }));
  const json = JSON.stringify(memories);
  return {
    title: "10,000 memories of about 300 characters",
    subjects: {
      "parse as JSON": () => JSON.parse(json),
      "open in gcm-hex": () => memories.map(({ content }) => openContent(content, key).state),
    },
  };
}

export const cryptoSuites: Suite[] = [
  vaultSuite(),
  layoutSuite(300),
  layoutSuite(100_000),
  wholeStoreSuite(),
];
