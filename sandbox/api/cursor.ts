import { z } from "zod";
import { mac, sameSecret } from "../secrets";
import type { Position } from "../store/blob-list";

const payload = z.tuple([z.iso.datetime(), z.string()]);

/** Writes a position down so that nobody outside can read a meaning into it, or make one up. */
export function encodeCursor(position: Position, secret: string): string {
  const body = Buffer.from(
    JSON.stringify([position.createdAt.toISOString(), position.id]),
  ).toString("base64url");
  return `${body}.${mac(secret, "cursor", body).slice(0, 22)}`;
}

/** The position of a cursor, or null when we did not write it. */
export function decodeCursor(cursor: string, secret: string): Position | null {
  const [body = "", proof = "", ...rest] = cursor.split(".");
  if (rest.length > 0 || !sameSecret(proof, mac(secret, "cursor", body).slice(0, 22))) return null;
  const [createdAt, id] = payload.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
  return { createdAt: new Date(createdAt), id };
}
