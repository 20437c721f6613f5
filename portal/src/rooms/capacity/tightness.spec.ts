import { tightnessOf } from './tightness';

const tenant = { calls: 0, call_limit: 30, seats: 0, seat_limit: 20, requests_spent_percent: 0 };

it.each([
  ['9 of 30 calls', { calls: 9 }, 'calls', 0.3],
  ['10 of 20 seats, which is more than 9 of 30 calls', { calls: 9, seats: 10 }, 'seats', 0.5],
  ['60 % of its requests', { seats: 10, requests_spent_percent: 60 }, 'requests', 0.6],
  ['callers first where all is used up', { calls: 30, seats: 20, requests_spent_percent: 100 }, 'calls', 1],
  ['a limit that was lowered below what is used', { seats: 25 }, 'seats', 1.25],
  ['nothing', {}, 'calls', 0],
])('%s', (_, used, by, share) => {
  expect(tightnessOf({ ...tenant, ...used } as never)).toEqual({ by, share });
});
