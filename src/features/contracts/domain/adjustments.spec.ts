import { parseMicro } from '../../../platform/money/money';
import { amountOf } from './charge';
import { levelPercent, percentageOf } from './adjustments';

const money = parseMicro;
const percent = parseMicro;

test.each([
  ['a discount of 5 %', '1234.56', '-5', '-61.728'],
  ['a tax of 6 %', '0.01', '6', '0.0006'],
  ['half a per cent', '100', '0.5', '0.5'],
])('%s', (_what, charged, share, amount) => {
  const made = percentageOf(money(charged), percent(share));
  expect(made.amountMicro).toBe(money(amount));
  expect(amountOf(made.steps)).toBe(made.amountMicro);
});

describe('a promise of 85 %: 5 % back below it, 10 % back below 80, 2 % more from 95 on', () => {
  const credits = [{ level: percent('85'), percent: percent('5') }, { level: percent('80'), percent: percent('10') }];
  const bonuses = [{ level: percent('95'), percent: percent('2') }, { level: percent('98'), percent: percent('3') }];
  test.each([
    [null, '0'],
    [0.85, '0'],
    [0.8499999, '-5'],
    [0.8, '-5'],
    [0.7999, '-10'],
    [0, '-10'],
    [0.9499, '0'],
    [0.95, '2'],
    [1, '3'],
    // 5,695 of 6,700 are 85 % exactly, whatever a float makes of it
    [5695 / 6700, '0'],
  ])('%s: %s %%', (level, share) => {
    expect(levelPercent(level, credits, bonuses)).toBe(percent(share));
  });
});
