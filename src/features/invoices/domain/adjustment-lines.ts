import { levelPercent, percentageOf } from '../../contracts/domain/adjustments';
import { charge } from '../../contracts/domain/charge';
import type { ContractSpan } from '../../contracts/domain/contract-spans';
import type { ContractTerms } from '../../contracts/domain/contract-terms';
import type { AdjustmentLine, InvoiceLine } from './invoice';

const COMMITMENT = { code: 'commitment', name: 'Minimum commitment', nameZh: '最低消费' };
const CREDIT = { code: 'service-level', name: 'Service credit', nameZh: '服务水平扣减' };
const BONUS = { code: 'service-level', name: 'Service bonus', nameZh: '服务水平奖励' };

/**
 * What follows from the lines that were charged, by the version of the contract that holds on the month's last day: discounts,
 * each of the undiscounted lines that it is of; the true-up to the minimum commitment, prorated by the days of each version; what
 * the service level gives back or earns, of what was charged less discounts; and tax, of all of it.
 *
 * @param charged what was leased, used and agreed
 * @param spans in order; none where nothing was agreed
 * @param level the month's service level, 0 to 1; null when there was no call
 */
export function adjustmentLines(charged: readonly InvoiceLine[], spans: readonly ContractSpan[], level: number | null): AdjustmentLine[] {
  const terms = spans.at(-1)?.terms;
  if (!terms) return [];
  const discounts = discountLines(charged, terms);
  const net = sumOf([...charged, ...discounts]);
  const lines = [...discounts, ...commitmentLines(net, spans), ...levelLines(net, terms, level)];
  return [...lines, ...taxLines(sumOf([...charged, ...lines]), terms)];
}

function discountLines(charged: readonly InvoiceLine[], { discounts }: ContractTerms): AdjustmentLine[] {
  return discounts.flatMap(({ code, name, nameZh, percent, of }) => {
    const base = sumOf(charged.filter((line) => of.length === 0 || of.includes(scopeOf(line))));
    return lineOf('discount', { code, name, nameZh }, percentageOf(base, -percent));
  });
}

/** An item of the contract by its code; what a bundle pays for is usage. */
function scopeOf(line: InvoiceLine): string {
  if (line.kind === 'contract') return line.code;
  return line.kind === 'bundle' ? 'usage' : line.kind;
}

function commitmentLines(net: bigint, spans: readonly ContractSpan[]): AdjustmentLine[] {
  const agreed = spans.flatMap(({ terms: { commitmentMicro: priceMicro }, days, periodDays }) =>
    priceMicro === null ? [] : [{ step: 'commitment' as const, priceMicro, base: BigInt(days), scale: BigInt(periodDays) }]);
  if (agreed.length === 0) return [];
  const made = charge([...agreed, { step: 'charged', priceMicro: -net, base: 1n, scale: 1n }]);
  return made.amountMicro > 0n ? lineOf('commitment', COMMITMENT, made) : [];
}

function levelLines(net: bigint, { credits, bonuses }: ContractTerms, level: number | null): AdjustmentLine[] {
  const percent = levelPercent(level, credits, bonuses);
  return lineOf('service_level', percent < 0n ? CREDIT : BONUS, percentageOf(net, percent));
}

function taxLines(taxable: bigint, { tax }: ContractTerms): AdjustmentLine[] {
  if (!tax) return [];
  const { name, percent } = tax;
  return lineOf('tax', { code: 'tax', name, nameZh: name }, percentageOf(taxable, percent));
}

/** None where nothing comes of it. */
function lineOf(kind: AdjustmentLine['kind'], named: Pick<AdjustmentLine, 'code' | 'name' | 'nameZh'>, made: Pick<AdjustmentLine, 'steps' | 'amountMicro'>): AdjustmentLine[] {
  return made.amountMicro === 0n ? [] : [{ kind, key: `${kind}:${named.code}`, ...named, steps: made.steps, amountMicro: made.amountMicro }];
}

function sumOf(lines: readonly InvoiceLine[]): bigint {
  return lines.reduce((sum, { amountMicro }) => sum + amountMicro, 0n);
}
