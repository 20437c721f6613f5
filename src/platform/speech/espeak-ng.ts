import { Injectable } from '@nestjs/common';
import { runFilter } from '../audio/run-filter';
import { TelephoneAudio } from '../audio/telephone-audio';
import { Turns } from '../auth/turns';
import { writeWhole } from '../files/write-whole';
import { SpeechProvider, type SpokenLanguage } from './speech-provider';

const VOICES: Record<SpokenLanguage, string> = { 'zh-CN': 'cmn', en: 'en-gb' };
/** Words a minute: a little slower than it speaks by itself (175), as a telephone takes away half of the sound. */
const SPEED = 150;
/** A thousand characters are some minutes of 22 kHz, and take a second. Its sound library begins with a file in memory. */
const LIMITS = { timeMs: 10_000, outputBytes: 64 * 1024 * 1024, fileBytes: 128 * 1024 * 1024 };
const AT_ONCE = 2;
const IN_LINE = 100;

/** espeak-ng, of Debian: small, quick and without a network; a machine's voice, but a clear one. */
@Injectable()
export class EspeakNg extends SpeechProvider {
  override readonly name = 'espeak-ng';
  private readonly turns = new Turns(AT_ONCE, IN_LINE);

  constructor(private readonly audio: TelephoneAudio) {
    super();
  }

  override voiceOf(language: SpokenLanguage): string {
    return `${VOICES[language]}-${SPEED}`;
  }

  /** The text goes in by stdin: it is neither an argument nor a file's name nor a shell's. */
  override async speak(text: string, language: SpokenLanguage, file: string): Promise<void> {
    const args = ['-v', VOICES[language], '-s', String(SPEED), '-b', '1', '--stdin', '--stdout'];
    const spoken = await this.turns.take(() => runFilter('espeak-ng', args, Buffer.from(text), LIMITS));
    if (spoken.code !== 0) throw new Error(`espeak-ng failed: ${spoken.complaint}`);
    await writeWhole(file, await this.audio.convertSpoken(spoken.output));
  }
}
