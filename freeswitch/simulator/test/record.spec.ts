import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readWavHeader } from '../../../src/features/recordings/domain/wav-header';
import { Rig } from './rig';

let rig: Rig;
let path: string;

beforeEach(async () => {
  rig = new Rig();
  const recordingsDir = join(rig.directory, 'recordings');
  path = join(recordingsDir, 'message.wav');
  await rig.start({ recordingsDir });
  rig.product.dialplan = `<extension name="message"><condition field="destination_number" expression="^5000$">
    <action application="answer"/><action application="set" data="playback_terminators=#"/>
    <action application="record" data="${path} 1 200 1"/><action application="park"/></condition></extension>`;
});

afterEach(() => rig.stop());

/** The variables at the end of `record`, for a caller who does so. */
async function recorded(plan: object): Promise<Record<string, string | undefined>> {
  const id = await rig.call({ from: '13800138201', to: '5000', ...plan });
  return rig.esl.event((event) => event['Event-Name'] === 'RECORD_STOP' && event['Unique-ID'] === id);
}

const seconds = (): number => {
  const file = readFileSync(path);
  return readWavHeader(file, file.length)?.durationSeconds ?? -1;
};

it('ends by a terminating key, and by no other', async () => {
  const done = await recorded({ speaks: true, digits: [{ afterMs: 300, digits: '1' }, { afterMs: 600, digits: '#' }] });
  expect(done).toMatchObject({ variable_playback_terminator_used: encodeURIComponent('#'), 'Record-File-Path': path });
  expect(existsSync(path)).toBe(true);
});

it('ends once more seconds than the limit have begun', async () => {
  await recorded({ speaks: true });
  expect(seconds()).toBeGreaterThanOrEqual(1);
});

it('ends by silence, of which nothing is written', async () => {
  expect(await recorded({})).toMatchObject({ variable_silence_hits_exhausted: 'true', variable_record_ms: '0' });
  expect(seconds()).toBe(0);
});

it('keeps what was said when the caller hangs up', async () => {
  await recorded({ speaks: true, hangupAfterAnswerMs: 700 });
  expect(readWavHeader(readFileSync(path), readFileSync(path).length)?.isComplete).toBe(true);
});
