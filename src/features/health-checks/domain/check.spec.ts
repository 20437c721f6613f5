import { byLimits, byReserve } from './check';

it.each([[0, 'good'], [59, 'good'], [60, 'warn'], [299, 'warn'], [300, 'bad']])('%d s of 60 and 300 is %s', (value, state) => {
  expect(byLimits(value, { warn: 60, bad: 300 })).toBe(state);
});

it.each([[50, 'good'], [15, 'warn'], [5.1, 'warn'], [5, 'bad'], [0, 'bad']])('%d %% left of 15 and 5 is %s', (left, state) => {
  expect(byReserve(left, { warn: 15, bad: 5 })).toBe(state);
});
