import { LONGEST_SECONDS } from '../../queues/domain/queue-settings';
import { canonicalContract } from '../../contracts/domain/canonical-contract';
import { CONTRACT_FIELDS, readContract as readContractTerms } from '../../contracts/domain/read-contract';
import { DIRECTIONS } from '../../tariffs/domain/tariff';
import type { TimeBand } from '../../tariffs/domain/time-bands';
import { isDate } from './calendar-date';
import { readHolidays, readTimeBands } from './read-hours';
import {
  SERVICE_LEVEL_FORMULAS,
  type ContractSpec,
  type Decimal,
  type RateSpec,
  type TariffSpec,
} from './tenant-spec';
import { ANY_TEXT, MONEY, NAME, RATE_PREFIX } from './text-rules';
import type { Located, YamlCursor } from './yaml-cursor';

/** A tariff with the places of its rate rows. */
export interface DeclaredTariff {
  fees: Omit<TariffSpec, 'rates' | 'bands'>;
  bands: Located<TimeBand>[];
  rates: Located<RateSpec>[];
}

/** Abandons within so many seconds are short, unless the contract says otherwise. */
const DEFAULT_SHORT_ABANDON = 5;

export function readTariff(section: YamlCursor): DeclaredTariff | null {
  if (!section.expectMap(['platform_fee', 'seat_lease', 'number_rental', 'bands', 'holidays', 'rates'])) return null;
  return {
    fees: {
      platformFee: readMoney(section.field('platform_fee')),
      seatLease: readMoney(section.field('seat_lease')),
      numberRental: readMoney(section.field('number_rental')),
      holidays: section.field('holidays').present ? readHolidays(section.field('holidays')) : [],
    },
    bands: readTimeBands(section.field('bands')),
    rates: section.field('rates').items('a list of rate rows').flatMap(readRate),
  };
}

function readRate(at: YamlCursor): Located<RateSpec>[] {
  if (!at.expectMap(['direction', 'prefix', 'connect_fee', 'price', 'unit', 'increment', 'from_second', 'band'])) return [];
  const optional = (key: string): YamlCursor | null => (at.field(key).present ? at.field(key) : null);
  const prefix = optional('prefix');
  const connectFee = optional('connect_fee');
  const value: RateSpec = {
    direction: at.field('direction').oneOf(DIRECTIONS),
    prefix: prefix ? prefix.text(RATE_PREFIX) : '',
    connectFee: connectFee ? readMoney(connectFee) : '0',
    price: readMoney(at.field('price')),
    unit: optional('unit')?.integer(1, LONGEST_SECONDS) ?? 60,
    increment: at.field('increment').integer(1, LONGEST_SECONDS),
    fromSecond: optional('from_second')?.integer(0, LONGEST_SECONDS) ?? 0,
    band: optional('band')?.text(NAME) ?? null,
  };
  return [{ value, at }];
}

/** The shortest spelling of an amount, so that "1.50" and "1.5" are no difference. */
export function readMoney(field: YamlCursor): Decimal {
  const text = field.text(MONEY);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export function readContract(section: YamlCursor): ContractSpec | null {
  if (!section.expectMap(['service_level', 'valid_from', ...CONTRACT_FIELDS])) return null;
  const level = section.field('service_level');
  if (!level.expectMap(['formula', 'seconds', 'short_abandon', 'target'])) return null;
  const shortAbandon = level.field('short_abandon');
  return {
    serviceLevel: {
      formula: level.field('formula').oneOf(SERVICE_LEVEL_FORMULAS),
      seconds: level.field('seconds').integer(1, 3600),
      shortAbandon: shortAbandon.present ? shortAbandon.integer(0, 3600) : DEFAULT_SHORT_ABANDON,
      target: level.field('target').integer(1, 100),
    },
    validFrom: readDate(section.field('valid_from')),
    terms: readAgreed(section),
  };
}

/** What is charged, as the file writes it. */
function readAgreed(section: YamlCursor): object {
  const { service_level: _, valid_from: __, ...terms } = section.plain() as Record<string, unknown>;
  const reading = readContractTerms(terms);
  if (!reading.ok) for (const { pointer, rule } of reading.problems) section.within(pointer).refuse(rule);
  return canonicalContract(terms);
}

function readDate(field: YamlCursor): string {
  const date = field.text(ANY_TEXT);
  if (date !== '' && !isDate(date)) field.refuse('must be a date that exists, YYYY-MM-DD', date);
  return date;
}
