import { barOf, datesOf, nextSpan, PRESETS, problemsOf, readTime, weekOf } from './week';

const span = (text: string) => ({ open: text.slice(0, 5), close: text.slice(6) });

test.each([
  ['9', '09:00'], ['930', '09:30'], ['0930', '09:30'], ['9:30', '09:30'], ['9.30', '09:30'], ['9：30', '09:30'], ['24', '24:00'],
  ['25', '25'], ['24:30', '24:30'], ['9:61', '9:61'], ['noon', 'noon'], ['', ''],
])('%p is read as %p', (text, time) => {
  expect(readTime(text)).toBe(time);
});

test.each([
  ['the presets but for nothing at all', PRESETS.office, []],
  ['all day, all week', PRESETS.always, []],
  ["Sunday's night up to Monday's morning", weekOf({ sun: [span('22:00-06:00')], mon: [span('06:00-08:00')] }), []],
  ['no time', weekOf({ mon: [span('8:000-12:00')] }), [['mon', 0, 'rule_time']]],
  ['an opening at the end of the day', weekOf({ mon: [span('24:00-06:00')] }), [['mon', 0, 'rule_start']]],
  ['no length', weekOf({ mon: [span('08:00-08:00')] }), [['mon', 0, 'rule_empty']]],
  ['an overlap', weekOf({ mon: [span('11:00-13:00'), span('08:00-12:00')] }), [['mon', 1, 'rule_overlap']]],
  ["Sunday's night over Monday's morning", weekOf({ sun: [span('22:00-06:00')], mon: [span('05:00-08:00')] }), [['sun', 0, 'rule_overlap']]],
])('%s', (_, week, problems) => {
  expect(problemsOf(week).map(({ day, index, rule }) => [day, index, rule])).toEqual(problems);
});

test('a night is drawn on both of its days', () => {
  const week = weekOf({ sun: [span('22:00-06:00')] });
  expect(barOf(week, 'sun')).toEqual([{ from: 1320, to: 1440, carried: false }]);
  expect(barOf(week, 'mon')).toEqual([{ from: 0, to: 360, carried: true }]);
});

test('hours that are added follow the last ones', () => {
  expect(nextSpan([])).toEqual(span('09:00-18:00'));
  expect(nextSpan([span('08:00-12:00')])).toEqual(span('13:00-17:00'));
  expect(nextSpan([span('08:00-22:00')])).toEqual(span('23:00-24:00'));
});

test.each([
  ['2026-10-01', '', ['2026-10-01']],
  ['2026-02-27', '2026-03-01', ['2026-02-27', '2026-02-28', '2026-03-01']],
  ['2026-10-02', '2026-10-01', null],
  ['2026-10-01', '2027-10-01', null],
  ['', '', null],
])('%s to %s', (from, to, dates) => {
  expect(datesOf(from, to)).toEqual(dates);
});
