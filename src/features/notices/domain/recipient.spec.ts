import { DEFAULT_DESTINATIONS } from '../../calling-plan/domain/destination';
import type { NoticeChannel } from './notice';
import { readRecipient } from './recipient';

const ABROAD = ['mobile', '+852'];

test.each<[NoticeChannel, string, readonly string[], string | null]>([
  ['sms', '13800138001', DEFAULT_DESTINATIONS, '+8613800138001'],
  ['sms', '+86 138-0013-8001', DEFAULT_DESTINATIONS, '+8613800138001'],
  // no telephone that shows texts
  ['sms', '02160010001', DEFAULT_DESTINATIONS, null],
  ['sms', '4008001001', DEFAULT_DESTINATIONS, null],
  ['sms', '1001', DEFAULT_DESTINATIONS, null],
  ['sms', 'anonymous', DEFAULT_DESTINATIONS, null],
  ['sms', '', DEFAULT_DESTINATIONS, null],
  // as far as the plan goes, and no further
  ['sms', '+85261234567', DEFAULT_DESTINATIONS, null],
  ['sms', '+85261234567', ABROAD, '+85261234567'],
  ['sms', '+85361234567', ABROAD, null],
  ['sms', '13800138001', ['national'], null],
  // satellites are billed far above an SMS
  ['sms', '+881612345678', ['mobile', 'international'], null],
  ['email', ' Li.Wei@Example.test ', [], 'li.wei@example.test'],
  ['email', 'li.wei', [], null],
  ['email', 'a@example.test, b@example.test', [], null],
  ['email', `${'a'.repeat(190)}@example.test`, [], null],
])('%s to %j where %j may be called: %j', (channel, given, destinations, recipient) => {
  expect(readRecipient(channel, given, destinations)).toBe(recipient);
});
