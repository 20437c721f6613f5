import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { mediaDuration } from './media-duration';

describe('mediaDuration', () => {
  it.each([
    ['tone_stream://%(500,200,400)', 700],
    ['tone_stream://%(400,200,600);loops=2', 1200],
    ['tone_stream://%(2000,4000,440,480);loops=-1', Number.POSITIVE_INFINITY],
    ['silence_stream://250', 250],
    ['silence_stream://-1', Number.POSITIVE_INFINITY],
    ['local_stream://moh', Number.POSITIVE_INFINITY],
    ['/nowhere/greeting.wav', 1000],
    ['file_string://silence_stream://100!silence_stream://200', 300],
  ])('%s plays %d ms', (path, milliseconds) => {
    expect(mediaDuration(path)).toBe(milliseconds);
  });

  it('reads the length of a WAV file from its header', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'sim-')), 'a.wav');
    const header = Buffer.alloc(44);
    header.write('RIFF', 0);
    header.write('WAVEfmt ', 8);
    header.writeUInt32LE(16, 16);
    header.writeUInt32LE(16000, 28);
    header.write('data', 36);
    header.writeUInt32LE(40000, 40);
    writeFileSync(path, header);
    expect(mediaDuration(path)).toBe(2500);
  });
});
