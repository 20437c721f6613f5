/** One reason why a tenant file is refused. Line and column count from 1. */
export interface Problem {
  line: number;
  column: number;
  /** Where in the file's structure, e.g. `queues[2].strategy`; empty for the file as a whole. */
  path: string;
  /** The rule that is broken, in plain words. */
  rule: string;
  /** The offending value as the file has it, shortened; absent when something is missing. */
  value?: string;
}

const LONGEST_VALUE = 60;

/** The value as a problem shows it: one line, quoted, control characters escaped. */
export function showValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** `pharma.yaml:12:5 queues[2].strategy: the rule (found "value")` */
export function formatProblem(file: string, problem: Problem): string {
  const where = `${file}:${problem.line}:${problem.column}${problem.path && ` ${problem.path}`}`;
  return `${where}: ${problem.rule}${problem.value === undefined ? '' : ` (found ${problem.value})`}`;
}
