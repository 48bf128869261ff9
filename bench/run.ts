import { collectionSuites } from "./collection";
import { cryptoSuites } from "./crypto";
import { measure, type Suite } from "./measure";

const suites: Suite[] = [...cryptoSuites, ...collectionSuites];

/** A time in the unit in which it is easiest to read. */
function readable(microseconds: number): string {
  if (microseconds < 1_000) return `${microseconds.toFixed(1)} µs`;
  return `${(microseconds / 1_000).toFixed(2)} ms`;
}

console.log("Times of one call are this machine's; the ratios are what compares.");
for (const suite of suites) {
  console.log(`\n${suite.title}`);
  for (const { subject, microseconds, ratio } of await measure(suite))
    console.log(
      `  ${subject.padEnd(22)} ${readable(microseconds).padStart(10)} ${ratio.toFixed(2).padStart(8)} ×`,
    );
}
