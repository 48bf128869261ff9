/** A failure that a person can mend: its message is one clear sentence, shown without a trace. */
export class Sentence extends Error {
  override name = "Sentence";
}

/** Runs a command-line entry: a Sentence is printed as it is, any other error with its trace. */
export async function runMain(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Sentence ? error.message : error);
    process.exitCode = 1;
  }
}
