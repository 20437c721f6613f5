import { restSeconds } from './offer-failed';
import { newAgent } from './tables';

const AGENT = {
  ...newAgent('1001@a.test', 'callback'), busy_delay_time: 3, reject_delay_time: 7, no_answer_delay_time: 11,
};

it.each([
  ['USER_BUSY', 3],
  ['NORMAL_CIRCUIT_CONGESTION', 3],
  ['CALL_REJECTED', 7],
  ['USER_NOT_REGISTERED', 5],
  ['ORIGINATOR_CANCEL', 0],
  ['LOSE_RACE', 0],
  ['NO_ANSWER', 11],
  ['SUBSCRIBER_ABSENT', 11],
] as const)('after %s an agent rests %d s', (cause, seconds) => {
  expect(restSeconds(AGENT, cause)).toBe(seconds);
});
