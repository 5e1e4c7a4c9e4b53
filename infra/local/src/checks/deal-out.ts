/** A file that nobody has measured yet counts for this much: most take about as long. */
const usualSeconds = 15;

/**
 * Deals files out so that all are done at about the same time: the longest first, each to whoever has the least to do by then. The same files
 * are always dealt in the same way, so always the same ones meet. `busy` is for how many seconds each has something else to do before.
 */
export function dealtOut(
  files: readonly string[],
  seconds: Readonly<Record<string, number>>,
  busy: readonly number[],
): string[][] {
  const timeOf = (file: string) => seconds[file] ?? usualSeconds;
  const hands = busy.map((time) => ({ time, files: [] as string[] }));
  for (const file of files.toSorted().toSorted((a, b) => timeOf(b) - timeOf(a))) {
    const [least] = hands.toSorted((a, b) => a.time - b.time);
    if (!least) break;
    least.files.push(file);
    least.time += timeOf(file);
  }
  return hands.map((hand) => hand.files.toSorted());
}
