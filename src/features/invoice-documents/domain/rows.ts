import type { LineDetails } from '../../invoices/domain/line-details';
import { dayName, exactAmount, hours, monthName, ratio } from './figures';
import type { Language, Say, Word } from './words';

/** A line of an invoice, with what was kept of it. */
export type DocumentLine = { readonly kind: string; readonly amountMicro: bigint } & LineDetails;

/** A line as it is written; quantity × price is its amount, unless its steps tell how it came about. */
export interface Row {
  readonly name: string;
  /** What explains it in smaller letters; may be empty. */
  readonly remark: string;
  readonly quantity: string;
  readonly price: string;
  readonly amountMicro: bigint;
}

interface Context {
  readonly say: Say;
  readonly language: Language;
  readonly currency: string;
}

type LineOf<T> = DocumentLine & T;
type Lease = LineOf<Extract<LineDetails, { unitPriceMicro: string; periodDays: number }>>;
type Usage = LineOf<Extract<LineDetails, { usagePeriod: string }>>;
type Charged = LineOf<Extract<LineDetails, { steps: unknown }>>;
type Step = Charged['steps'][number];

/** The parts of a document, in this order. */
export const SECTIONS = ['recurring', 'agreed', 'calls', 'late', 'bundles', 'adjustments'] as const satisfies readonly Word[];

const SECTION_OF: Record<string, (typeof SECTIONS)[number]> = { platform: 'recurring', seat: 'recurring', number: 'recurring', contract: 'agreed', bundle: 'bundles' };

export function sectionOf(line: DocumentLine): (typeof SECTIONS)[number] {
  if (isUsage(line)) return line.late ? 'late' : 'calls';
  return SECTION_OF[line.kind] ?? 'adjustments';
}

/** Stands below the sum of all others. */
export function isTax({ kind }: DocumentLine): boolean {
  return kind === 'tax';
}

export function rowOf(line: DocumentLine, context: Context): Row {
  const { amountMicro } = line;
  if (isUsage(line)) return { ...usageRow(line, context), amountMicro };
  if (isCharged(line)) return { ...chargedRow(line, context), amountMicro };
  return { ...leaseRow(line as Lease, context), amountMicro };
}

/** `Calls out, +86` */
export function usageName({ direction, prefix }: { direction: string; prefix: string }, say: Say): string {
  return `${say(direction as Word)}, ${prefix === '' ? say('all_others') : prefix}`;
}

function isUsage(line: DocumentLine): line is Usage {
  return 'usagePeriod' in line;
}

function isCharged(line: DocumentLine): line is Charged {
  return 'steps' in line;
}

type Words = Omit<Row, 'amountMicro'>;

function leaseRow({ kind, quantity, unitPriceMicro, firstDay, lastDay, days, periodDays }: Lease, { say, language, currency }: Context): Words {
  const name = say(kind === 'number' ? 'number_lease' : (kind as 'platform' | 'seat'));
  const price = `${exactAmount(BigInt(unitPriceMicro), currency)} / ${say('per_month')}`;
  return { name, remark: daysOf({ firstDay, lastDay, days, periodDays }, say, language), quantity: ratio(BigInt(quantity), 1n), price };
}

function usageRow(line: Usage, { say, language, currency }: Context): Words {
  const { quantity, billedSeconds, unitPriceMicro, unitSeconds, usagePeriod, late } = line;
  const billed = say('billed', { time: hours(billedSeconds) });
  return {
    name: usageName(line, say),
    remark: late ? `${say('of_month', { month: monthName(usagePeriod, language) })}, ${billed}` : billed,
    quantity: ratio(BigInt(quantity), 1n),
    price: unitPriceMicro === null || unitSeconds === null ? say('by_steps') : `${exactAmount(BigInt(unitPriceMicro), currency)} / ${unitOf(unitSeconds, say)}`,
  };
}

function unitOf(seconds: number, say: Say): string {
  return seconds === 60 ? say('per_minute') : say('per_seconds', { seconds });
}

/** One step is quantity and price; of several the remark tells each. */
function chargedRow(line: Charged, context: Context): Words {
  const { say, language } = context;
  const [first, ...others] = line.steps;
  const isSingle = first !== undefined && others.length === 0;
  const told = isSingle ? '' : line.steps.map((step) => stepText(step, context)).join(' + ');
  const when = 'periodDays' in line ? daysOf(line, say, language) : 'month' in line ? say('bundle_of', { month: monthName(line.month, language) }) : '';
  return {
    name: language === 'en' ? line.name : line.nameZh,
    remark: [when, told].filter((part) => part !== '').join('; '),
    quantity: isSingle ? quantityOf(first) : '',
    price: isSingle ? exactAmount(BigInt(first.priceMicro), context.currency) : say('by_steps'),
  };
}

/** A month in part says which. */
function daysOf({ firstDay, lastDay, days, periodDays }: { firstDay: string; lastDay: string; days: number; periodDays: number }, say: Say, language: Language): string {
  if (days === periodDays) return '';
  return say('days', { first: dayName(firstDay, language), last: dayName(lastDay, language), days, all: periodDays });
}

function stepText(step: Step, { say, currency }: Context): string {
  const price = exactAmount(BigInt(step.priceMicro), currency);
  return step.step === 'percentage' ? say('percent_of', { percent: percentOf(step), price }) : `${quantityOf(step)} × ${price}`;
}

function quantityOf(step: Step): string {
  return step.step === 'percentage' ? `${percentOf(step)} %` : ratio(BigInt(step.base), BigInt(step.scale));
}

/** Its scale is that of a hundred per cent. */
function percentOf({ base, scale }: Step): string {
  return ratio(BigInt(base) * 100n, BigInt(scale));
}
