import { BandClock, type TimeBand } from './time-bands';

const NEVER = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const daily = (open: string, close: string) => Object.fromEntries(Object.keys(NEVER).map((day) => [day, [{ open, close }]])) as unknown as TimeBand['week'];
const night: TimeBand = { name: 'night', week: daily('22:00', '08:00'), holidays: true };
const lunch: TimeBand = { name: 'lunch', week: { ...NEVER, mon: [{ open: '12:00', close: '13:00' }] }, holidays: false };

const wall = (text: string) => Date.parse(text);

describe('in Shanghai, at night from 22:00 to 08:00 and on National Day', () => {
  const clock = new BandClock([lunch, night], ['2026-10-01'], 'Asia/Shanghai');
  test.each([
    ['2026-09-30T21:59:59+08:00', '', '2026-09-30T22:00:00+08:00'],
    ['2026-09-30T22:00:00+08:00', 'night', '2026-10-01T08:00:00+08:00'], // UTC midnight ends it, being 08:00 there; the holiday goes on
    ['2026-10-01T12:30:00+08:00', 'night', '2026-10-02T08:00:00+08:00'],
    ['2026-10-02T07:59:59.999+08:00', 'night', '2026-10-02T08:00:00+08:00'],
    ['2026-10-05T11:00:00+08:00', '', '2026-10-05T12:00:00+08:00'],
    ['2026-10-05T12:00:00+08:00', 'lunch', '2026-10-05T13:00:00+08:00'], // a Monday
    ['2026-10-06T12:00:00+08:00', '', '2026-10-06T22:00:00+08:00'],
  ])('%s: "%s" until %s', (at, band, until) => {
    expect(clock.at(wall(at))).toEqual({ band, until: wall(until) });
  });
});

describe('in Berlin, over both nights of the year in which clocks are set', () => {
  const early: TimeBand = { name: 'early', week: daily('02:00', '03:00'), holidays: false };
  const clock = new BandClock([early], [], 'Europe/Berlin');
  test.each([
    // 02:00 to 03:00 never comes on 29 March
    ['2026-03-29T00:30:00Z', '', '2026-03-30T00:00:00Z'],
    ['2026-03-30T00:00:00Z', 'early', '2026-03-30T01:00:00Z'],
    // and lasts two hours on 25 October: 00:00Z is 02:00 summer time, 01:00Z is 02:00 again
    ['2026-10-25T00:00:00Z', 'early', '2026-10-25T02:00:00Z'],
  ])('%s: "%s" until %s', (at, band, until) => {
    expect(clock.at(wall(at))).toEqual({ band, until: wall(until) });
  });
});

test('says of every moment what it says of the next one, until it says otherwise', () => {
  const clock = new BandClock([lunch, night], ['2026-10-05'], 'Asia/Shanghai');
  const start = wall('2026-10-03T00:00:00+08:00');
  for (let minute = 0; minute < 4 * 1440; minute += 1) {
    const at = start + minute * 60_000;
    const { band, until } = clock.at(at);
    expect(until).toBeGreaterThan(at);
    if (at + 60_000 < until) expect(clock.at(at + 60_000)).toEqual({ band, until });
  }
});
