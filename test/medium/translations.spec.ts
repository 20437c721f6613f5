import { ZH } from '../../src/platform/errors/zh';
import { translate } from '../../src/platform/errors/translate';
import { type Collected, collectTexts } from '../factories/collect-texts';

/** Said to programs alone. */
const EXEMPT: Record<string, string> = {
  'Not ready: {0}.': 'what probes the readiness of a process reads it',
  '{0}…': 'a text that was cut, as everybody is shown it',
  'Send the CDR as the body.': 'the switch sends CDRs',
};

/** Rules, by name, that are no texts for an asker. */
const OTHER_RULES = [
  'src/telephony/esl/', // of what may become part of a command to the switch: a defect of ours, never an answer
  'src/features/agents/domain/take-seat.ts', // names of rules, which status-checks.service.ts words
];

/** Where texts come from elsewhere; where from is looked at otherwise. */
const FOLLOWED_ELSEWHERE = [
  'src/platform/http/problem.filter.ts: shown(rule, language)', // what was collected at its source
  'src/platform/http/validation.pipe.ts: kind ===', // class-validator's: zh.spec.ts
];

/** Of libraries, or put together where the compiler's eye does not follow. */
const NOT_IN_SOURCE = new Set([
  'request entity too large',
  'request aborted',
  'request size did not match content length',
  'unsupported charset "{0}"',
  'unsupported content encoding "{0}"',
  'must be a string',
  'must be longer than or equal to {0} characters',
  'must be shorter than or equal to {0} characters',
  'must be an array',
  'must contain no more than {0} elements',
  "All {0}'s elements must be unique",
  'must be a boolean value',
  'must be an email',
  'must be one of the following values: {0}',
  'must be an integer number',
  'must be an object',
  'must not be greater than {0}',
  'must not be less than {0}',
  'each value {0}',
  'nested property {0} must be either object or array',
  'each value in nested property {0} must be either object or array',
  'an unknown value was passed to the validate function',
  '{0}: must stay {1}, not {2}',
  'a group of settings',
  'a list',
  '{0} and {1} more',
  // what plays a sound
  'number {0}',
  'queue {0}',
  'emergency {0}',
  '{0} more',
  '{0} at level {1}',
  'it has none',
]);

let collected: Collected;
// reads the whole source as the compiler does
beforeAll(() => {
  collected = collectTexts(OTHER_RULES);
});

const keys = ZH.map(([english]) => english.replaceAll('#}', '}'));

it('has a Chinese text for everything that the source may tell an asker', () => {
  const said = [...collected.texts].filter(([text]) => !keys.includes(text) && !(text in EXEMPT));
  expect(said).toEqual([]);
  expect(collected.texts.size).toBeGreaterThan(200);
});

it('follows every such text to its words', () => {
  const lost = [...collected.unfollowed].filter((place) => !FOLLOWED_ELSEWHERE.some((known) => place.startsWith(known)));
  expect(lost).toEqual([]);
});

it('holds no text that nobody says, and none twice', () => {
  const left = keys.filter((key) => !collected.texts.has(key) && !NOT_IN_SOURCE.has(key));
  expect(left).toEqual([]);
  expect(Object.keys(EXEMPT).filter((text) => !collected.texts.has(text))).toEqual([]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

it.each(keys)('tells in Chinese, with what varies in its place: %s', (key) => {
  const [, chinese = ''] = ZH[keys.indexOf(key)]!;
  const said = translate(key.replace(/\{(\d)\}/g, (_, index: string) => `7${index}`), 'zh-CN');
  expect(said).toBe(chinese.replace(/\{(\d)\}/g, (_, index: string) => `7${index}`));
  expect(said).toMatch(/\p{Script=Han}|true/u);
});
