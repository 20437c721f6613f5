/** What the person who typed the command wants. */
export interface StartOptions {
  /** Ends after the table. */
  once: boolean;
  /** The last line of stdout is one JSON document. */
  json: boolean;
}

const USAGE = `usage: npm start -- [--once] [--json]
  --once   end after the table; the exit code is 0 only if every step held
  --json   the last line of stdout is one JSON document of the same figures`;

/** @throws Error with the usage, for an argument that is none */
export function readOptions(args: readonly string[]): StartOptions {
  const unknown = args.find((argument) => argument !== '--once' && argument !== '--json');
  if (unknown !== undefined) throw new Error(`${unknown}: no such option\n${USAGE}`);
  return { once: args.includes('--once'), json: args.includes('--json') };
}
