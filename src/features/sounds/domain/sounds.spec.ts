import { chooseTake } from './choose-take';
import { refuseWhileUsed } from './refuse-while-used';
import { SOUND_NAME } from './sound-name';
import { readTakeFileName, takeFileName, takePath } from './take-file';

const ID = 'tke_01JD3K8Z5N7Q2V4X6Y8Z0A1B2C';

it.each([
  ['welcome', true],
  ['2024-winter_a', true],
  ['a'.repeat(60), true],
  ['a'.repeat(61), false],
  ['', false],
  ['Welcome', false],
  ['-a', false],
  ['../a', false],
  ['a.wav', false],
  ['a b', false],
  ['tone_stream://x', false],
  ['${uuid}', false],
])('a sound called %j: %s', (name, allowed) => {
  expect(SOUND_NAME.pattern.test(name)).toBe(allowed);
});

it('names a file by take and revision, and reads the name', () => {
  const take = { id: ID, revision: 12 };
  expect(takeFileName(take)).toBe(`${ID}-12.wav`);
  expect(readTakeFileName(`${ID}-12.wav`)).toEqual(take);
  for (const other of ['notes.txt', `${ID}.wav`, `${ID}-1.wav.new`, `../${ID}-1.wav`]) expect(readTakeFileName(other)).toBeNull();
  expect(takePath('/var/sounds/', 'ten_1', take)).toBe(`/var/sounds/ten_1/${ID}-12.wav`);
});

it.each([
  [['en', 'zh-CN'], ['zh-CN', 'en'], 'zh-CN'],
  [['en'], ['zh-CN', 'en'], 'en'],
  [['en'], ['zh-CN'], 'en'],
  [[], ['en'], undefined],
])('of takes in %j, asked for %j, plays %s', (there, wanted, played) => {
  expect(chooseTake(there.map((language) => ({ language })), wanted)?.language).toBe(played);
});

it('names five of those that play it', () => {
  const uses = (count: number) => Array.from({ length: count }, (_, index) => ({ kind: index === 0 ? 'ivr_script' : 'queue', id: 'x', name: `q${index}` }));
  expect(() => refuseWhileUsed([])).not.toThrow();
  expect(() => refuseWhileUsed(uses(2))).toThrow('The sound is played by: ivr script q0; queue q1. Change that first.');
  expect(() => refuseWhileUsed(uses(7))).toThrow('queue q4; 2 more. Change that first.');
});
