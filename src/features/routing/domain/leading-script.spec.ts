import { type DaySpan, WEEKDAYS, type WeeklyHours } from '../../numbers/domain/opening-hours';
import { leadingScript } from './leading-script';

const daily = (...spans: string[]): WeeklyHours => {
  const day = spans.map((span): DaySpan => ({ open: span.slice(0, 5), close: span.slice(6) }));
  return { week: Object.fromEntries(WEEKDAYS.map((name) => [name, day])) as WeeklyHours['week'], holidays: [] };
};
const OWN = { id: 'own', version: 1 };
const by = (id: string, hours: WeeklyHours) => ({ hours, script: { id, version: 1 } });

const DAY = by('day', daily('08:00-20:00'));
const NOON = by('noon', daily('12:00-13:00'));
const NIGHT = by('night', daily('22:00-06:00'));
const HOLIDAY = by('holiday', { ...daily('00:00-24:00'), holidays: ['2026-10-02'] });
/** An hour that is skipped in spring and comes twice in autumn. */
const SMALL_HOURS = by('small-hours', daily('02:00-03:00'));
const BERLIN = 'Europe/Berlin';

it.each<[what: string, list: (typeof DAY)[], at: string, zone: string, leads: string]>([
  ['no list', [], '2026-11-02T12:00:00Z', 'UTC', 'own'],
  ['none is open', [DAY, NOON], '2026-11-02T21:00:00Z', 'UTC', 'own'],
  ['one is open', [NIGHT, DAY], '2026-11-02T12:00:00Z', 'UTC', 'day'],
  // both are open from 12 to 13
  ['of two that are open the first', [NOON, DAY], '2026-11-02T12:30:00Z', 'UTC', 'noon'],
  ['in their order, not in that of their length', [DAY, NOON], '2026-11-02T12:30:00Z', 'UTC', 'day'],
  ['from the minute on which it opens', [NOON], '2026-11-02T12:00:00Z', 'UTC', 'noon'],
  ['to the one on which it closes, and no longer', [NOON, DAY], '2026-11-02T13:00:00Z', 'UTC', 'day'],
  ['over midnight', [DAY, NIGHT], '2026-11-03T05:59:00Z', 'UTC', 'night'],
  // 20:30 in Shanghai is UTC + 8
  ["by the tenant's clock", [DAY], '2026-11-02T12:30:00Z', 'Asia/Shanghai', 'own'],
  ['a calendar that has a holiday leaves it to the next', [HOLIDAY, DAY], '2026-10-02T09:00:00Z', 'UTC', 'day'],
  // 29 March 2026: 01:00Z is 02:00 CET no more but 03:00 CEST
  ['before the clocks go forward', [SMALL_HOURS], '2026-03-29T00:59:00Z', BERLIN, 'own'],
  ['an hour that is skipped leads nobody', [SMALL_HOURS], '2026-03-29T01:00:00Z', BERLIN, 'own'],
  ['the day before it did', [SMALL_HOURS], '2026-03-28T01:00:00Z', BERLIN, 'small-hours'],
  // 25 October 2026: 02:30 CEST is 00:30Z, and 02:30 CET is 01:30Z
  ['an hour that comes twice leads the first time', [SMALL_HOURS], '2026-10-25T00:30:00Z', BERLIN, 'small-hours'],
  ['and the second', [SMALL_HOURS], '2026-10-25T01:30:00Z', BERLIN, 'small-hours'],
  ['and then no more', [SMALL_HOURS], '2026-10-25T02:00:00Z', BERLIN, 'own'],
  // 08:30 on the wall is 07:30Z in winter and 06:30Z in summer
  ['hours stay on the wall in winter', [DAY], '2026-03-28T06:30:00Z', BERLIN, 'own'],
  ['and in summer', [DAY], '2026-03-29T06:30:00Z', BERLIN, 'day'],
])('%s', (_what, scriptsByHours, at, zone, leads) => {
  expect(leadingScript({ scriptsByHours, script: OWN }, new Date(at), zone)?.id).toBe(leads);
});

it('leads straight to the queue where none is open and the number has none of its own', () => {
  expect(leadingScript({ scriptsByHours: [NOON], script: null }, new Date('2026-11-02T09:00:00Z'), 'UTC')).toBeNull();
});
