import type { RateRow, Tariff } from './tariff';
import { validateTariff } from './validate-tariff';

const ROW: RateRow = {
  direction: 'inbound', prefix: '', connectFeeMicro: 0n, priceMicro: 100_000n, unitSeconds: 60, incrementSeconds: 60,
  fromSecond: 0,
};
const TARIFF: Tariff = {
  id: 'trf_1', currency: 'CNY', timezone: 'Asia/Shanghai', validFrom: '2026-01-01', rates: [ROW],
  seatMonthlyMicro: 0n, numberMonthlyMicro: 0n, platformMonthlyMicro: 0n,
};

function found(over: Partial<Tariff>): string[] {
  return validateTariff({ ...TARIFF, ...over }).map(({ path, rule }) => `${path} ${rule}`);
}

test('a sound tariff has no problem: 60/6 with a fee, a prefix, another direction', () => {
  expect(found({
    rates: [
      { ...ROW, connectFeeMicro: 1n }, { ...ROW, fromSecond: 60, incrementSeconds: 6 }, { ...ROW, prefix: '400' },
      { ...ROW, direction: 'outbound' }, { ...ROW, direction: 'outbound', prefix: '+86138' },
    ],
  })).toEqual([]);
});

test.each<[Partial<Tariff>, string]>([
  [{ currency: 'RMB' }, '/currency must be an ISO 4217 code such as CNY'],
  [{ timezone: 'Asia/Peking' }, '/timezone must be an IANA time zone such as Asia/Shanghai'],
  [{ validFrom: '2026-02-30' }, '/validFrom must be a calendar day written YYYY-MM-DD'],
  [{ seatMonthlyMicro: -1n }, '/seatMonthlyMicro must not be negative'],
  [{ numberMonthlyMicro: -1n }, '/numberMonthlyMicro must not be negative'],
  [{ platformMonthlyMicro: -1n }, '/platformMonthlyMicro must not be negative'],
  [{ rates: [] }, '/rates must hold at least one row'],
  [{ rates: [{ ...ROW, prefix: '400' }] }, '/rates needs a default row (prefix "") for inbound'],
])('%# %s', (over, problem) => {
  expect(found(over)).toEqual([problem]);
});

test.each<[Partial<RateRow>, string]>([
  [{ direction: 'sideways' as RateRow['direction'] }, '/direction must be one of inbound, outbound, transfer'],
  [{ prefix: '86 138' }, '/prefix must be digits, with a + before a country code, or empty'],
  [{ prefix: '86+' }, '/prefix must be digits, with a + before a country code, or empty'],
  [{ priceMicro: -1n }, '/priceMicro must not be negative'],
  [{ connectFeeMicro: -1n }, '/connectFeeMicro must not be negative'],
  [{ unitSeconds: 0 }, '/unitSeconds must be a whole number of seconds from 1'],
  [{ unitSeconds: 0.5 }, '/unitSeconds must be a whole number of seconds from 1'],
  [{ incrementSeconds: 0 }, '/incrementSeconds must be a whole number of seconds from 1'],
  [{ incrementSeconds: NaN }, '/incrementSeconds must be a whole number of seconds from 1'],
  [{ fromSecond: -60 }, '/fromSecond must be a whole number of seconds from 0'],
])('a row with %p', (over, problem) => {
  expect(found({ rates: [ROW, { ...ROW, prefix: '400', ...over }] })).toContain(`/rates/1${problem}`);
});

const WEEK = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const NIGHT = { name: 'night', week: WEEK, holidays: true };

test.each<[string, Partial<Tariff>, string[]]>([
  ['sound', { bands: [NIGHT], rates: [ROW, { ...ROW, band: 'night' }, { ...ROW, band: 'night', fromSecond: 60 }] }, []],
  ['one that is not there', { rates: [ROW, { ...ROW, band: 'night' }] }, ['/rates/1/band "night" is no band of the tariff']],
  ['one twice', { bands: [NIGHT, NIGHT] }, ['/bands/1/name "night" names a band already']],
  ['one without a name', { bands: [{ ...NIGHT, name: '' }] }, ['/bands/0/name must not be empty']],
  ['nothing for the day', { bands: [NIGHT], rates: [ROW, { ...ROW, prefix: '400', band: 'night' }] },
    ['/rates/1/band inbound "400" needs a row without a band too, for all other times']],
  ['a ladder of its own, begun too late', { bands: [NIGHT], rates: [ROW, { ...ROW, band: 'night', fromSecond: 60 }] },
    ['/rates/1/fromSecond the rows for inbound "" in night must begin at second 0']],
])('bands: %s', (_what, over, problems) => {
  expect(found(over)).toEqual(problems);
});

describe('a ladder', () => {
  const ladder = (...rows: Partial<RateRow>[]) => found({ rates: rows.map((over) => ({ ...ROW, ...over })) });

  test('must begin at second 0', () => {
    expect(ladder({ fromSecond: 60 }, { fromSecond: 120 })).toEqual([
      '/rates/0/fromSecond the rows for inbound "" must begin at second 0',
    ]);
  });

  test('has one row from each second', () => {
    expect(ladder({}, { fromSecond: 60 }, { fromSecond: 60 })).toEqual([
      '/rates/2/fromSecond /rates/1 already prices inbound "" from second 60',
    ]);
  });

  test('has rungs that hold whole increments: 60 s does not divide 90 s', () => {
    expect(ladder({ fromSecond: 90 }, {})).toEqual([
      '/rates/1/incrementSeconds must divide the 90 seconds up to the next row: ' +
        'rounding up would bill seconds of that row twice',
    ]);
  });

  test('charges the connect fee on its first row only', () => {
    expect(ladder({}, { fromSecond: 60, connectFeeMicro: 1n })).toEqual([
      '/rates/1/connectFeeMicro must be 0 on a row that does not start at second 0: the fee is charged once',
    ]);
  });
});
