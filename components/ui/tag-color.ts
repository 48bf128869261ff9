const hex = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** The colour if it is a hexadecimal one as Memoram documents it ("#FF5733"), else undefined. */
export function tagColor(color: string | null | undefined): string | undefined {
  const trimmed = color?.trim();
  return trimmed !== undefined && hex.test(trimmed) ? trimmed : undefined;
}
