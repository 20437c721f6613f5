import fc from 'fast-check';
import { billingPeriod, billingPeriodAt } from './billing-period';

describe('billingPeriod', () => {
  test.each([
    ['2026-10', 'Asia/Shanghai', '2026-09-30T16:00:00Z', '2026-10-31T16:00:00Z', 31, 744],
    ['2026-02', 'Asia/Shanghai', '2026-01-31T16:00:00Z', '2026-02-28T16:00:00Z', 28, 672],
    ['2028-02', 'Asia/Shanghai', '2028-01-31T16:00:00Z', '2028-02-29T16:00:00Z', 29, 696],
    ['2026-12', 'Etc/UTC', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', 31, 744],
    ['2026-03', 'America/New_York', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z', 31, 743], // an hour lost
    ['2026-11', 'America/New_York', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z', 30, 721], // an hour gained
    ['2026-10', 'Europe/London', '2026-09-30T23:00:00Z', '2026-11-01T00:00:00Z', 31, 745],
    ['2026-04', 'Australia/Lord_Howe', '2026-03-31T13:00:00Z', '2026-04-30T13:30:00Z', 30, 720.5], // half an hour
    ['2017-10', 'America/Asuncion', '2017-10-01T04:00:00Z', '2017-11-01T03:00:00Z', 31, 743], // 1 Oct had no midnight
    ['2026-11', 'America/Havana', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z', 30, 721], // 1 Nov has two
  ])('%s in %s', (key, zone, start, end, days, hours) => {
    const period = billingPeriod(key, zone);
    expect(period).toMatchObject({ key, zone, start: new Date(start), end: new Date(end), days });
    expect((period.end.getTime() - period.start.getTime()) / 3_600_000).toBe(hours);
  });

  test('names its first and last day', () => {
    expect(billingPeriod('2026-02', 'Asia/Shanghai')).toMatchObject({ firstDay: '2026-02-01', lastDay: '2026-02-28' });
  });

  test.each(['2026-00', '2026-13', '2026-1', '202610', '', '2026-10-01'])('refuses "%s"', (key) => {
    expect(() => billingPeriod(key, 'Asia/Shanghai')).toThrow(/is not a billing month written YYYY-MM/);
  });
});

describe('billingPeriodAt', () => {
  test('clocks set back over the turn of the month do not bring the old month back', () => {
    // St. John's, 2009-11-01: at 00:01 (02:31 UTC) clocks showed 31 October 23:01 again.
    const at = (instant: string) => billingPeriodAt(new Date(instant), 'America/St_Johns').key;
    expect(at('2009-11-01T02:29:59Z')).toBe('2009-10');
    expect(at('2009-11-01T02:30:00Z')).toBe('2009-11');
    expect(at('2009-11-01T03:00:00Z')).toBe('2009-11'); // the wall says 31 October, 23:30
  });

  test('any instant lies in exactly the period that is named for it', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const instants = fc.integer({ min: 0, max: 2_500_000_000 }).map((second) => new Date(second * 1000));
    fc.assert(fc.property(fc.constantFrom(...zones), instants, (zone, instant) => {
      const period = billingPeriodAt(instant, zone);
      expect(period.start <= instant && instant < period.end).toBe(true);
      expect(billingPeriodAt(new Date(period.start.getTime() - 1), zone).end).toEqual(period.start);
    }), { numRuns: 1000 });
  });
});
