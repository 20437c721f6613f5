import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run tenant -- plan   FILE            shows what applying the file would change
       npm run tenant -- apply  FILE            makes the tenant what its file says, all or nothing
       npm run tenant -- export NAME|FILE       prints the tenant as a file
       npm run tenant -- remove NAME|FILE [--yes]   ends everything the tenant leases; calls and invoices stay`;

const VERBS = ['plan', 'apply', 'export', 'remove'] as const;

export interface TenantCommand {
  verb: (typeof VERBS)[number];
  /** A file, or where the verb allows it a tenant's short name. */
  target: string;
  /** Removes without asking. */
  yes: boolean;
}

/** The command cannot be understood: shown with the usage. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readCommand(args: readonly string[]): TenantCommand {
  const { values, positionals } = parse(args);
  const [word, target, ...others] = positionals;
  const verb = VERBS.find((each) => each === word);
  if (!verb) throw new UsageError(word === undefined ? 'Say what to do.' : `${word}: no such command`);
  if (target === undefined) throw new UsageError(`${verb}: which tenant?`);
  if (others.length > 0) throw new UsageError(`${others.join(' ')}: one tenant at a time`);
  if (values.yes && verb !== 'remove') throw new UsageError('--yes: only for remove');
  return { verb, target, yes: values.yes };
}

function parse(args: readonly string[]) {
  try {
    const options = { yes: { type: 'boolean', default: false } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
