import { afterEach, beforeEach, vi } from "vitest";

/** A tab's storage, which a test may fill up or forbid. */
export class FakeStorage implements Storage {
  private readonly kept = new Map<string, string>();
  isFull = false;

  get length() {
    return this.kept.size;
  }
  key(index: number) {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, value);
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
  clear() {
    this.kept.clear();
  }
}

/** A browser's tab with such a storage for every test of the file, and its `window` events. */
export function standInTab() {
  const tab = {
    storage: new FakeStorage(),
    window: new EventTarget(),
    document: new EventTarget(),
  };
  beforeEach(() => {
    tab.storage = new FakeStorage();
    tab.window = Object.assign(new EventTarget(), { sessionStorage: tab.storage });
    tab.document = new EventTarget();
    vi.stubGlobal("window", tab.window);
    vi.stubGlobal("document", tab.document);
  });
  afterEach(() => void vi.unstubAllGlobals());
  return tab;
}
