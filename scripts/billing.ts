import { parseArgs } from 'node:util';
import { type CloseOutcome, InvoicesService } from '../src/features/invoices/invoices.service';
import { ConfigError } from '../src/platform/config/config';
import { AppError } from '../src/platform/errors/app-error';
import { minorDecimalOf } from '../src/platform/money/money';
import { MONTH, MONTH_RULE } from '../src/platform/time/billing-period';
import { withProduct } from './installation/with-product';
import { ServiceError } from './services/service-error';

const USAGE = `usage: npm run billing -- close YYYY-MM [--tenant NAME]
  Closes a month for one tenant or for all: a draft while it runs, once it is over an invoice that never changes.`;

/** What the person at the terminal can mend: shown without a stack. */
class Refusal extends Error {}

interface Command {
  period: string;
  tenant?: string;
}

function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [verb, period = '', ...others] = positionals;
  if (verb !== 'close' || others.length > 0) throw new Refusal(USAGE);
  if (!MONTH.test(period)) throw new Refusal(`period "${period}": ${MONTH_RULE}\n${USAGE}`);
  return { period, ...(values.tenant !== undefined && { tenant: values.tenant }) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { tenant: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`);
  }
}

/** The columns of the table that stand right. */
const NUMERIC = new Set([1, 2]);

function table(outcomes: CloseOutcome[]): string {
  const rows = [['tenant', 'lines', 'total', 'state', 'number'], ...outcomes.map(rowOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const align = (cell: string, at: number) => {
    const width = widths[at] ?? 0;
    return NUMERIC.has(at) ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => row.map(align).join('  ').trimEnd()).join('\n');
}

function rowOf(closed: CloseOutcome): string[] {
  if (!('invoice' in closed)) return [closed.tenant.slug, '-', '-', closed.outcome, closed.detail];
  const { payableMicro, currency, number } = closed.invoice;
  const total = `${minorDecimalOf(payableMicro, currency)} ${currency}`;
  return [closed.tenant.slug, String(closed.lineCount), total, closed.outcome, number ?? '-'];
}

/** What went wrong, in words; a fault of the program keeps its stack. */
function explain(error: unknown, { tenant }: Partial<Command>): string {
  if (error instanceof Refusal || error instanceof ServiceError || error instanceof ConfigError) return error.message;
  if (error instanceof AppError && error.code === 'not_found') return `There is no tenant "${tenant}".`;
  if (error instanceof AppError) return error.problems.map(({ pointer, rule }) => `${pointer} ${rule}`.slice(1)).join();
  return String((error as Error).stack ?? error);
}

/** Resolves with the exit code: 0 when every month asked for was closed, or had nothing to close. */
export async function billing(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  write: (line: string) => void,
  warn: (line: string) => void,
): Promise<number> {
  let command: Partial<Command> = {};
  try {
    const complete = (command = readCommand(args));
    const outcomes = await withProduct(environment, warn, (app) =>
      app.get(InvoicesService).closeMonth(complete.period, complete.tenant),
    );
    write(table(outcomes));
    return outcomes.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
  } catch (error) {
    warn(explain(error, command));
    return 1;
  }
}

if (require.main === module) {
  const write = (line: string): boolean => process.stdout.write(`${line}\n`);
  const warn = (line: string): boolean => process.stderr.write(`${line}\n`);
  void billing(process.argv.slice(2), process.env, write, warn).then((code) => (process.exitCode = code));
}
