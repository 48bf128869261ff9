import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Another process has the store open; two of them in one folder would destroy it. */
export class FolderInUseError extends Error {
  override name = "FolderInUseError";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Takes the folder for this process, by a file beside it that holds the process id. A lock whose
 * process is gone, after a crash, is taken over.
 * @returns the function that gives it back
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = Number(readFileSync(file, "utf8"));
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new FolderInUseError(
        `The sandbox's data folder ${folder} is in use by process ${holder}; stop that one, or delete ${file} if it is no sandbox.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new FolderInUseError(`The sandbox's data folder ${folder} is in use by another process.`);
}
