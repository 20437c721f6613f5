import type { Command } from '../../src/features/ivr-scripts/domain/command';
import { choicesOf, narrate, readAnswer } from './narrate';

const ask: Command = {
  kind: 'ask', spoken: [{ sound: 'hello' }, { text: 'One or two?', language: 'en' }], language: 'en', least: 1, most: 1, terminator: '', firstDigitMs: 5000,
  nextDigitMs: 5000, masked: false,
};
const look: Command = { kind: 'look', calendars: ['service'], queues: ['care'] };
const lookUp: Command = { kind: 'look-up', spoken: [], language: 'en', method: 'GET', url: 'https://crm.example.com/7', body: {}, timeoutMs: 1000, retries: 0, keep: {} };
const queue: Command = { kind: 'queue', queue: 'care', priority: 60, exitKeys: '1', language: 'en' };
const voicemail: Command = { kind: 'voicemail', queue: 'care', maxSeconds: 60, spoken: [{ sound: 'hello' }], language: 'en' };
const end: Command = { kind: 'hang-up', spoken: [{ text: 'Goodbye.', language: 'en' }], language: 'en' };

it.each([
  [ask, '[hello] “One or two?”\n  ? 1 to 1 keys within 5 s'],
  [look, '  ? is service open, how is care'],
  [lookUp, '? GET https://crm.example.com/7'],
  [queue, '  → waits in the queue care as if 60 s longer'],
  [voicemail, '[hello]\n  ? a message for care, 60 s at the most'],
  [end, '“Goodbye.”\n  the call ends'],
])('tells what %j is', (command, told) => {
  expect(narrate(command)).toBe(told);
});

it.each([
  [ask, '12#', { kind: 'digits', digits: '12#' }],
  [ask, '', { kind: 'digits', digits: '' }],
  [ask, 'one', null],
  [look, 'open service', { kind: 'facts', open: { service: true }, queues: {} }],
  [look, '', { kind: 'facts', open: {}, queues: {} }],
  [lookUp, 'found state=paid amount=5', { kind: 'found', values: { state: 'paid', amount: '5' } }],
  [lookUp, 'not-found', { kind: 'not-found' }],
  [lookUp, 'perhaps', null],
  [queue, 'key 1', { kind: 'back', why: 'key', key: '1' }],
  [queue, 'timed-out', { kind: 'back', why: 'timed-out' }],
  [queue, '', null],
  [voicemail, 'done', { kind: 'done' }],
  [voicemail, 'served', null],
])('reads what is typed after %j: %s', (command, line, input) => {
  expect(readAnswer(command, line)).toEqual(input);
});

it('asks for nothing where the caller only listens', () => {
  expect([ask, end].map(choicesOf)).toEqual(['keys, or nothing', '']);
});
