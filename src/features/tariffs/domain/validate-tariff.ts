import { groupBy } from '../../../platform/collections/group-by';
import { isCurrency } from '../../../platform/money/currency';
import { isLocalDate, isTimeZone } from '../../../platform/time/calendar';
import { DIRECTIONS, type RateRow, type Tariff } from './tariff';
import { ANY_TIME, type TimeBand } from './time-bands';

export interface TariffProblem {
  /** JSON pointer (RFC 6901) into the tariff, such as `/rates/3/incrementSeconds`. */
  readonly path: string;
  readonly rule: string;
}

/** Everything that is wrong with a tariff; empty when calls can be rated by it. */
export function validateTariff(tariff: Tariff): TariffProblem[] {
  return [
    ...headProblems(tariff),
    ...bandProblems(tariff.bands ?? []),
    ...tariff.rates.flatMap((row, index) => rowProblems(row, index, tariff.bands ?? [])),
    ...ladderProblems(tariff.rates),
    ...defaultProblems(tariff.rates),
  ];
}

function headProblems(tariff: Tariff): TariffProblem[] {
  return problems([
    [!isCurrency(tariff.currency), '/currency', 'must be an ISO 4217 code such as CNY'],
    [!isTimeZone(tariff.timezone), '/timezone', 'must be an IANA time zone such as Asia/Shanghai'],
    [!isLocalDate(tariff.validFrom), '/validFrom', 'must be a calendar day written YYYY-MM-DD'],
    [tariff.seatMonthlyMicro < 0n, '/seatMonthlyMicro', 'must not be negative'],
    [tariff.numberMonthlyMicro < 0n, '/numberMonthlyMicro', 'must not be negative'],
    [tariff.platformMonthlyMicro < 0n, '/platformMonthlyMicro', 'must not be negative'],
  ]);
}

function bandProblems(bands: readonly TimeBand[]): TariffProblem[] {
  return bands.flatMap(({ name }, index) => problems([
    [name === ANY_TIME, `/bands/${index}/name`, 'must not be empty'],
    [bands.findIndex((other) => other.name === name) < index, `/bands/${index}/name`, `"${name}" names a band already`],
  ]));
}

function rowProblems(row: RateRow, index: number, bands: readonly TimeBand[]): TariffProblem[] {
  const at = `/rates/${index}`;
  return problems([
    [!DIRECTIONS.includes(row.direction), `${at}/direction`, `must be one of ${DIRECTIONS.join(', ')}`],
    [!/^\+?\d*$/.test(row.prefix), `${at}/prefix`, 'must be digits, with a + before a country code, or empty'],
    [row.connectFeeMicro < 0n, `${at}/connectFeeMicro`, 'must not be negative'],
    [row.connectFeeMicro !== 0n && row.fromSecond !== 0, `${at}/connectFeeMicro`,
      'must be 0 on a row that does not start at second 0: the fee is charged once'],
    [row.priceMicro < 0n, `${at}/priceMicro`, 'must not be negative'],
    [!isWhole(row.unitSeconds, 1), `${at}/unitSeconds`, 'must be a whole number of seconds from 1'],
    [!isWhole(row.incrementSeconds, 1), `${at}/incrementSeconds`, 'must be a whole number of seconds from 1'],
    [!isWhole(row.fromSecond, 0), `${at}/fromSecond`, 'must be a whole number of seconds from 0'],
    [row.band !== undefined && !bands.some(({ name }) => name === row.band), `${at}/band`, `"${row.band}" is no band of the tariff`],
  ]);
}

interface Rung {
  readonly row: RateRow;
  readonly index: number;
}

function ladderProblems(rates: readonly RateRow[]): TariffProblem[] {
  const rungs = rates.map((row, index) => ({ row, index }));
  const ladders = groupBy(rungs, ({ row }) => `${nameOf(row)}${row.band === undefined ? '' : ` in ${row.band}`}`);
  const unbroken = [...ladders].flatMap(([name, own]) =>
    own
      .toSorted((a, b) => a.row.fromSecond - b.row.fromSecond)
      .flatMap((rung, at, sorted) => rungProblems(name, rung, sorted[at - 1], sorted[at + 1])));
  const timeless = [...groupBy(rungs, ({ row }) => nameOf(row))].flatMap(([name, own]) => problems([
    [own.every(({ row }) => row.band !== undefined), `/rates/${own[0]?.index}/band`, `${name} needs a row without a band too, for all other times`],
  ]));
  return [...unbroken, ...timeless];
}

function nameOf({ direction, prefix }: RateRow): string {
  return `${direction} "${prefix}"`;
}

function rungProblems(name: string, { row, index }: Rung, previous?: Rung, next?: Rung): TariffProblem[] {
  const span = next ? next.row.fromSecond - row.fromSecond : 0;
  return problems([
    [!previous && row.fromSecond > 0, `/rates/${index}/fromSecond`, `the rows for ${name} must begin at second 0`],
    [previous?.row.fromSecond === row.fromSecond, `/rates/${index}/fromSecond`,
      `/rates/${previous?.index} already prices ${name} from second ${row.fromSecond}`],
    [isWhole(row.incrementSeconds, 1) && span % row.incrementSeconds !== 0, `/rates/${index}/incrementSeconds`,
      `must divide the ${span} seconds up to the next row: rounding up would bill seconds of that row twice`],
  ]);
}

/** A direction that is priced at all needs a default row, or some calls of a month could not be rated. */
function defaultProblems(rates: readonly RateRow[]): TariffProblem[] {
  const priced = new Set(rates.map((row) => row.direction));
  return problems([
    [rates.length === 0, '/rates', 'must hold at least one row'],
    ...[...priced].map((direction): Check => [
      !rates.some((row) => row.direction === direction && row.prefix === ''), '/rates',
      `needs a default row (prefix "") for ${direction}`,
    ]),
  ]);
}

type Check = readonly [broken: boolean, path: string, rule: string];

function problems(checks: readonly Check[]): TariffProblem[] {
  return checks.filter(([broken]) => broken).map(([, path, rule]) => ({ path, rule }));
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
