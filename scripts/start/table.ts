import type { SignIn } from './sign-ins';
import type { TenantFigures } from './figures';

/** Text in columns; numbers to the right. */
export function columns(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const numeric = head.map((_, column) => rows.every((row) => /^[-–\d]/.test(row[column] ?? '')));
  const line = (cells: string[]) =>
    cells.map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

export function figuresTable(figures: TenantFigures[]): string {
  return columns(
    ['tenant', 'month', 'calls', 'answered', 'abandoned', 'service level', 'usage', 'invoice', 'state', 'currency'],
    figures.map((each) => [
      each.tenant,
      each.period,
      String(each.calls),
      String(each.answered),
      String(each.abandoned),
      each.serviceLevel === null ? '–' : `${each.serviceLevel.toFixed(1)} % of ${each.serviceLevelTarget} %`,
      each.usage,
      each.invoiceTotal,
      each.invoiceState,
      each.currency,
    ]),
  );
}

export function signInsTable(signIns: SignIn[]): string {
  return columns(
    ['tenant', 'e-mail', 'role', 'password'],
    signIns.map(({ tenant, email, role, password }) => [tenant ?? '(provider)', email, role, password ?? '(set earlier)']),
  );
}
