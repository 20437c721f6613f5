import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownSounds } from './check-sounds';
import { readTenantFile } from './tenant-file';

const shipped = readFileSync(join(__dirname, '../../../../tenants/insurance.yaml'), 'utf8');
const SOUNDS: KnownSounds = new Map([
  ['en', new Set(['welcome', 'closed'])],
  ['zh-CN', new Set(['welcome'])],
]);

/** The problems of a shipped file, changed, where only those sounds are there. */
function problemsOf(from: string, to: string, sounds: KnownSounds | undefined = SOUNDS): string[] {
  const reading = readTenantFile(shipped.replace(from, to), sounds);
  return reading.ok ? [] : reading.problems.map(({ path, rule, value }) => `${path}: ${rule} ${value ?? ''}`);
}

it.each<[string, string, string, string[]]>([
  ['all are there', '', '', []],
  ['none is named', 'greeting: welcome\n    ivr', 'greeting: none\n    ivr', []],
  ['a script says one', 'sound: closed', 'sound: close', ['ivr_scripts.claims-line.steps.closed: plays a sound that is not there "close"']],
  ['a greeting is missing', 'greeting: welcome', 'greeting: hallo', [
    'numbers[0].greeting: must be a sound of the locale en (closed, welcome) "hallo"',
  ]],
  ['a misspelt one is missing', 'greeting: welcome', 'greeting: welcom', [
    'numbers[0].greeting: must be a sound of the locale en (closed, welcome); did you mean "welcome"? "welcom"',
  ]],
  ['music is missing', 'record: true', 'record: true\n    moh_sound: jazz', [
    'queues[0].moh_sound: must be a sound of the locale en (closed, welcome) "jazz"',
  ]],
  ['an announcement is there', 'record: true', 'record: true\n    announce_sound: welcome', []],
  ['the locale lacks it', 'locale: en', 'locale: zh-CN', [
    'ivr_scripts.claims-line.steps.closed: plays a sound that is not there "closed"',
  ]],
])('%s', (_what, from, to, problems) => {
  expect(problemsOf(from, to)).toEqual(problems);
});

it('refuses every sound of a locale that has none', () => {
  expect(problemsOf('', '', new Map())).toHaveLength(3);
});

it('checks nothing where nobody knows which sounds there are', () => {
  expect(readTenantFile(shipped.replace('greeting: welcome', 'greeting: hallo')).ok).toBe(true);
});
