/**
 * This tab's own storage, which may be missing, forbidden or full: then reading finds nothing and
 * writing answers false. Never on the server, where newer versions of Node have a storage that all
 * visitors would share.
 */
function storage(): Storage | null {
  if (typeof window === "undefined") return null;
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export function readStored(key: string): string | null {
  try {
    return storage()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** Answers whether it is kept. */
export function writeStored(key: string, value: string): boolean {
  try {
    const kept = storage();
    kept?.setItem(key, value);
    return kept !== null;
  } catch {
    return false;
  }
}

export function removeStored(key: string): void {
  try {
    storage()?.removeItem(key);
  } catch {
    // What cannot be reached cannot be read by anybody else here either.
  }
}

/** Every key that begins with `prefix`. */
export function storedKeys(prefix: string): string[] {
  try {
    const kept = storage();
    const keys = Array.from({ length: kept?.length ?? 0 }, (_, index) => kept?.key(index));
    return keys.filter((key) => typeof key === "string").filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
