import { figuresOf, occupancyPermille, type Spell, type SpellState } from './agent-spells';

const at = (time: string): Date => new Date(`2026-11-01T${time}Z`);
const [from, until, now] = [at('08:00:00'), at('20:00:00'), at('10:00:00')];
const spell = (state: SpellState, since: string, end: string | null): Spell => ({ state, since: at(since), until: end === null ? null : at(end) });
const none = { readySeconds: 0, breakSeconds: 0, breaks: 0, wrapUpSeconds: 0 };

it.each<[string, Spell[], Partial<typeof none>]>([
  ['nothing', [], {}],
  ['an hour ready', [spell('available', '08:30:00', '09:30:00')], { readySeconds: 3600 }],
  ['ready until now', [spell('available', '09:00:00', null)], { readySeconds: 3600 }],
  ['both ways of being ready', [spell('available', '08:00:00', '08:10:00'), spell('available_on_demand', '08:10:00', '08:15:00')], { readySeconds: 900 }],
  ['what began the day before', [spell('available', '07:00:00', '08:01:00')], { readySeconds: 60 }],
  ['a break from the day before', [spell('on_break', '07:50:00', '08:10:00')], { breakSeconds: 600 }],
  ['two breaks', [spell('on_break', '08:00:00', '08:10:00'), spell('on_break', '09:55:00', null)], { breakSeconds: 900, breaks: 2 }],
  ['work after a call that goes on', [spell('available', '09:00:00', null), spell('wrap_up', '09:59:40', '10:00:20')], { readySeconds: 3600, wrapUpSeconds: 20 }],
  ['half seconds, rounded down together', [spell('wrap_up', '09:00:00.000', '09:00:01.600'), spell('wrap_up', '09:10:00.000', '09:10:01.600')], { wrapUpSeconds: 3 }],
])('of %s', (_what, spells, figures) => {
  expect(figuresOf(spells, from, until, now)).toEqual({ ...none, ...figures });
});

it.each([
  [0, 0, null],
  [60, 0, null],
  [0, 3600, 0],
  [1800, 3600, 500],
  // a call from before readiness was over
  [4000, 3600, 1000],
])('%d s of %d s are %p thousandths', (handling, ready, permille) => {
  expect(occupancyPermille(handling, ready)).toBe(permille);
});
