/**
 * Whom this browser is signed in as. Tabs share a session: what one tab learns of it, the others
 * have to know before they show or write anything more. The mark says nothing about a person.
 */
const KEY = "keepsake.person";
const NOBODY = "nobody";

/** Missing, forbidden or full storage: then each tab learns of it by its next call alone. */
function write(mark: string): void {
  try {
    window.localStorage.setItem(KEY, mark);
  } catch {
    // Nothing that anybody could do about it.
  }
}

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** This tab shows pages of the person with this mark. */
export const tellPerson = (mark: string): void => write(mark);

/** The session was ended here. */
export const tellSignedOut = (): void => write(NOBODY);

/**
 * Calls `onOther`, once, when another tab has signed out or signed in as somebody else than `mine`:
 * at once, or when a tab that slept is looked at again. The returned function ends it.
 */
export function followPerson(mine: string, onOther: () => void): () => void {
  let isOver = false;
  const check = () => {
    const now = read();
    if (isOver || now === null || now === mine) return;
    isOver = true;
    onOther();
  };
  const onStorage = ({ key }: StorageEvent) => {
    if (key === KEY) check();
  };
  window.addEventListener("storage", onStorage);
  window.addEventListener("focus", check);
  window.addEventListener("pageshow", check);
  document.addEventListener("visibilitychange", check);
  return () => {
    isOver = true;
    window.removeEventListener("storage", onStorage);
    window.removeEventListener("focus", check);
    window.removeEventListener("pageshow", check);
    document.removeEventListener("visibilitychange", check);
  };
}
