import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSimulator } from '../../../freeswitch/simulator/test/compile-simulator';
import { wavFile, wavHead } from '../../factories/wav';
import { simulator } from '../conformance/switch-under-test';
import { soundOf } from './quiet-spans';
import { runRecordingPause } from './run-recording-pause';

const directory = mkdtempSync(join(tmpdir(), 'simulator-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('holds silence while it was paused, and sound before and after', async () => {
  const { problems } = await runRecordingPause(simulator(compileSimulator(directory)));
  expect(problems).toEqual([]);
});

describe('listening to a recording', () => {
  const tone = wavFile(1).subarray(44);
  const file = (...parts: Buffer[]) => Buffer.concat([wavHead(Buffer.concat(parts).length), ...parts]);

  it('finds digital silence alone', () => {
    const hum = Buffer.alloc(16_000);
    for (let at = 0; at < hum.length; at += 2) hum.writeInt16LE(at % 4 === 0 ? 5 : -5, at);
    const { seconds, quiet } = soundOf(file(tone, Buffer.alloc(8000), tone, hum, Buffer.alloc(8000, 255), tone));
    expect(seconds).toBe(5);
    expect(quiet.map(({ from, until }) => [from.toFixed(2), until.toFixed(2)])).toEqual([['1.00', '1.50'], ['3.50', '4.00']]);
  });
});
