/** Further apart than this two words are not a slip of the pen. */
const MOST_EDITS = 2;
const LONGEST_WORD = 60;
/** Enough for all time zones; nobody misspells one of ten thousand extensions. */
const MOST_CHOICES = 1000;

/** `; did you mean "max_wait_time"?` for the choice nearest to a misspelt word, or an empty text. */
export function didYouMean(word: string, choices: readonly string[]): string {
  if (word.length > LONGEST_WORD) return '';
  const wanted = plain(word);
  const ranked = choices
    .slice(0, MOST_CHOICES)
    .filter((choice) => Math.abs(plain(choice).length - wanted.length) <= MOST_EDITS)
    .map((choice) => ({ choice, edits: editDistance(wanted, plain(choice)) }))
    .filter(({ choice, edits }) => edits <= Math.min(MOST_EDITS, choice.length - 1))
    .sort((a, b) => a.edits - b.edits);
  return ranked[0] ? `; did you mean "${ranked[0].choice}"?` : '';
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

// Levenshtein, one row at a time.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
