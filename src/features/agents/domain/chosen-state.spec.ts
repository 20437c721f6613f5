import type { AgentStatus } from './agent-status';
import { breakReasonOf, isSameState } from './chosen-state';

it.each<[AgentStatus, string | null, AgentStatus, string | undefined, string | null]>([
  ['available', null, 'on_break', 'lunch', 'lunch'],
  ['available', null, 'on_break', undefined, null],
  ['on_break', 'lunch', 'on_break', 'rest', 'rest'],
  ['on_break', 'lunch', 'on_break', undefined, 'lunch'],
  ['on_break', 'lunch', 'available', undefined, null],
  ['on_break', 'lunch', 'logged_out', undefined, null],
])('from %s (%s) to %s (%s) the reason is %s', (status, breakReason, next, named, expected) => {
  expect(breakReasonOf({ status, breakReason }, next, named)).toBe(expected);
});

it.each<[AgentStatus, string | null, AgentStatus, string | null, boolean]>([
  ['available', null, 'available', null, true],
  ['on_break', 'lunch', 'on_break', 'lunch', true],
  ['on_break', 'lunch', 'on_break', 'rest', false],
  ['on_break', null, 'available', null, false],
])('%s (%s) and %s (%s) are the same: %s', (status, breakReason, next, reason, same) => {
  expect(isSameState({ status, breakReason }, { status: next, breakReason: reason })).toBe(same);
});
