export interface Line {
  /** Counted from 1, as editors do. */
  line: number;
  text: string;
}

/** The lines on which something stands: sheets and mails bring empty ones along. */
export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((each, index) => ({ line: index + 1, text: each.replaceAll('\t', ' ').trim() }))
    .filter((each) => each.text !== '');
}
