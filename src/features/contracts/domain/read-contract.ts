import type { FieldProblem } from '../../../platform/errors/app-error';
import { JsonCursor, type TextRules } from '../../../platform/json/json-cursor';
import { isLocalDate } from '../../../platform/time/calendar';
import { DIRECTIONS } from '../../tariffs/domain/tariff';
import type { LevelBand, MicroPercent } from './adjustments';
import {
  type BillTo, type BundleItem, type ContractItem, type ContractTerms, type Discount, type MeteredItem, METERS, type MonthlyItem, type OnceItem, type SeatsItem,
} from './contract-terms';
import { readMoney } from './read-money';
import { readPrice } from './read-price';

/** What was agreed, without its name and day. */
export type AgreedTerms = Omit<ContractTerms, 'id' | 'validFrom'>;
export type ContractReading = { ok: true; terms: AgreedTerms } | { ok: false; problems: FieldProblem[] };

/** The document's fields. */
export const CONTRACT_FIELDS = ['items', 'discounts', 'commitment', 'credits', 'bonuses', 'tax', 'payment_days', 'bill_to'];

const MOST_ITEMS = 200;
const MOST_BANDS = 20;
const CODE = /^[a-z][a-z0-9-]{0,39}$/;
const CODE_RULE = 'must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter';
const METER_NAMES = Object.keys(METERS) as (keyof typeof METERS)[];

/**
 * A contract's document: what a file, the API and the database hold alike, amounts and percentages as decimals in quotes.
 * @param pointer where the document stands in what was sent
 */
export function readContract(document: unknown, pointer = ''): ContractReading {
  const problems: FieldProblem[] = [];
  const at = new JsonCursor(document, pointer, problems);
  const terms: AgreedTerms = {
    items: at.field('items').list(0, MOST_ITEMS).map(readItem),
    discounts: at.field('discounts').list(0, MOST_ITEMS).map(readDiscount),
    commitmentMicro: at.field('commitment').present ? readMoney(at.field('commitment')) : null,
    credits: at.field('credits').list(0, MOST_BANDS).map((band) => readLevelBand(band, 'below')),
    bonuses: at.field('bonuses').list(0, MOST_BANDS).map((band) => readLevelBand(band, 'from')),
    tax: at.field('tax').present ? readTax(at.field('tax')) : null,
    paymentDays: at.field('payment_days').whole(0, 365, 30),
    billTo: at.field('bill_to').present ? readBillTo(at.field('bill_to')) : null,
  };
  at.refuseUnread();
  refuseTwice(at, terms);
  refuseUnknown(at, terms);
  return problems.length === 0 ? { ok: true, terms } : { ok: false, problems };
}

const ITEM_READERS: { [K in ContractItem['kind']]: (at: JsonCursor) => Omit<Extract<ContractItem, { kind: K }>, 'code' | 'name' | 'nameZh' | 'kind'> } = {
  once: (at): Omit<OnceItem, keyof Named> => ({ on: readDay(at.field('on')), quantity: readQuantity(at), priceMicro: readMoney(at.field('price')) }),
  monthly: (at): Omit<MonthlyItem, keyof Named> => ({ quantity: readQuantity(at), priceMicro: readMoney(at.field('price')) }),
  seats: (at): Omit<SeatsItem, keyof Named> => ({
    basis: at.field('basis').choice(['named', 'concurrent']),
    contracted: at.field('contracted').whole(0, 100_000),
    priceMicro: readMoney(at.field('price')),
    overageMicro: readMoney(at.field('overage')),
  }),
  metered: (at): Omit<MeteredItem, keyof Named> => ({ meter: at.field('meter').choice(METER_NAMES), price: readPrice(at) }),
  bundle: (at): Omit<BundleItem, keyof Named> => ({
    direction: at.field('direction').choice(DIRECTIONS),
    prefixes: at.field('prefixes').list(1, MOST_ITEMS).map((prefix) => prefix.text({ min: 0, max: 16, pattern: /^\+?\d*$/, rule: 'must be the first digits of a number' })),
    minutes: at.field('minutes').whole(1, 10_000_000),
    priceMicro: readMoney(at.field('price')),
    rollOverMonths: at.field('roll_over_months').whole(0, 12, 0),
  }),
};
const ITEM_KINDS = Object.keys(ITEM_READERS) as ContractItem['kind'][];

interface Named {
  code: string;
  name: string;
  nameZh: string;
  kind: string;
}

function readItem(at: JsonCursor): ContractItem {
  const before = at.problems.length;
  const kind = at.field('kind').choice(ITEM_KINDS);
  const isKnown = at.problems.length === before;
  const names = readNames(at);
  // of a kind that is none nobody knows what it needs
  if (!isKnown) return { kind, ...names } as ContractItem;
  const item = { kind, ...names, ...ITEM_READERS[kind](at) } as ContractItem;
  at.refuseUnread();
  return item;
}

/** A name in one language stands for both. */
function readNames(at: JsonCursor): { code: string; name: string; nameZh: string } {
  const name = at.field('name').text({ max: 100 });
  const other = at.field('name_zh');
  return { code: at.field('code').text({ max: 40, pattern: CODE, rule: CODE_RULE }), name, nameZh: other.present ? other.text({ max: 100 }) : name };
}

function readDiscount(at: JsonCursor): Discount {
  const of = at.field('of').list(0, MOST_ITEMS).map((code) => code.text({ max: 40, pattern: CODE, rule: CODE_RULE }));
  const discount = { ...readNames(at), percent: readPercent(at.field('percent')), of };
  at.refuseUnread();
  return discount;
}

function readLevelBand(at: JsonCursor, bound: 'below' | 'from'): LevelBand {
  const band = { level: readPercent(at.field(bound)), percent: readPercent(at.field('percent')) };
  at.refuseUnread();
  return band;
}

function readTax(at: JsonCursor): ContractTerms['tax'] {
  const tax = { name: at.field('name').text({ max: 40 }), percent: readPercent(at.field('percent')) };
  at.refuseUnread();
  return tax;
}

function readBillTo(at: JsonCursor): BillTo {
  const optional = (name: string, rules: TextRules) => (at.field(name).present ? at.field(name).text(rules) : '');
  const billTo = {
    name: at.field('name').text({ max: 200 }),
    address: optional('address', { max: 500, lines: true }),
    taxId: optional('tax_id', { max: 40, pattern: /^[A-Za-z0-9 ./-]+$/, rule: 'must be letters, digits, spaces and . / -' }),
    email: optional('email', { max: 254, pattern: /^[^@\s]+@[^@\s]+$/, rule: 'must be an e-mail address' }),
    country: at.field('country').text({ max: 2, pattern: /^[A-Z]{2}$/, rule: 'must be a country of ISO 3166, such as CN' }),
  };
  at.refuseUnread();
  return billTo;
}

/** "6" is 6 %; up to 6 decimals. */
function readPercent(at: JsonCursor): MicroPercent {
  const percent = readMoney(at);
  if (percent > 100_000_000n) at.refuse('must be 100 at the most');
  return percent;
}

function readQuantity(at: JsonCursor): number {
  return at.field('quantity').whole(1, 1_000_000, 1);
}

function readDay(at: JsonCursor): string {
  const day = at.text({ max: 10 });
  if (day !== '' && !isLocalDate(day)) at.refuse('must be a date that exists, YYYY-MM-DD');
  return day;
}

/** A line of an invoice is known by its item's code. */
function refuseTwice(at: JsonCursor, { items, discounts }: AgreedTerms): void {
  const seen = new Set<string>();
  for (const [list, entries] of [['items', items], ['discounts', discounts]] as const) {
    for (const [index, { code }] of entries.entries()) {
      if (seen.has(code)) at.problems.push({ pointer: `${at.pointer}/${list}/${index}/code`, rule: 'names an item or a discount already' });
      seen.add(code);
    }
  }
}

/** What a discount may be of beside the contract's own items: the lines that come from leases and calls. */
export const LINE_KINDS = ['platform', 'seat', 'number', 'usage'] as const;

function refuseUnknown(at: JsonCursor, { items, discounts }: AgreedTerms): void {
  const known = new Set<string>([...LINE_KINDS, ...items.map(({ code }) => code)]);
  for (const [index, { of }] of discounts.entries()) {
    for (const [place, code] of of.entries()) {
      if (!known.has(code)) at.problems.push({ pointer: `${at.pointer}/discounts/${index}/of/${place}`, rule: `must be the code of an item, or one of ${LINE_KINDS.join(', ')}` });
    }
  }
}
