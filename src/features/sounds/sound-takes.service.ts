import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { TelephoneAudio } from '../../platform/audio/telephone-audio';
import { telephoneDurationMs } from '../../platform/audio/telephone-wav';
import { AppError } from '../../platform/errors/app-error';
import type { FilePart } from '../../platform/http/file-part';
import { Speech } from '../../platform/speech/speech';
import { spokenText } from '../../platform/speech/speech-cache-key';
import type { SpokenLanguage } from '../../platform/speech/speech-provider';
import { readByteRange } from '../recordings/domain/byte-range';
import { SoundStore } from './sound-store';
import { SoundTakesKeeper } from './sound-takes.keeper';
import type { SpokenTextDto } from './sounds.dto';
import { SoundsRepository } from './sounds.repository';
import type { WholeSound } from './sounds.service';

const WAV = 'audio/wav';

/** A sound in one language: uploaded or spoken, listened to, taken away. */
@Injectable()
export class SoundTakesService {
  constructor(
    private readonly sounds: SoundsRepository,
    private readonly store: SoundStore,
    private readonly keeper: SoundTakesKeeper,
    private readonly audio: TelephoneAudio,
    private readonly speech: Speech,
  ) {}

  /** @throws AppError invalid_request at `/audio`, with the rule that the file breaks */
  async upload(soundId: string, language: SpokenLanguage, version: number, file: Buffer, fileName: string | null): Promise<WholeSound> {
    await this.keeper.refuseStale(soundId, version);
    const converted = await this.audio.convert(file);
    if (!converted.ok) throw AppError.invalid('/audio', converted.rule);
    const { wav, durationMs } = converted;
    return this.keeper.keep(soundId, version, { language, source: 'uploaded', text: null, voice: null, fileName, durationMs }, wav);
  }

  async speak(soundId: string, language: SpokenLanguage, version: number, text: string): Promise<WholeSound> {
    await this.keeper.refuseStale(soundId, version);
    const wav = await readFile(await this.speech.fileOf(language, text));
    const spoken = { text: spokenText(text), voice: this.speech.voiceOf(language), fileName: null, durationMs: telephoneDurationMs(wav.length) };
    return this.keeper.keep(soundId, version, { language, source: 'spoken', ...spoken }, wav);
  }

  remove(soundId: string, language: SpokenLanguage, version: number): Promise<WholeSound> {
    return this.keeper.remove(soundId, language, version);
  }

  async listen(soundId: string, language: SpokenLanguage, range: string | undefined): Promise<FilePart> {
    const take = await this.sounds.findTake(soundId, language);
    if (!take) throw AppError.notFound();
    const asked = readByteRange(range, take.bytes);
    if (asked === 'unsatisfiable') throw new AppError('range_not_satisfiable', `The sound has ${take.bytes} bytes.`);
    const isPart = asked !== 'whole';
    const part = isPart ? asked : { start: 0, end: take.bytes - 1 };
    return { type: WAV, size: take.bytes, ...part, isPart, chunks: await this.store.read(take, part) };
  }

  /** To listen to before it is saved; saved unchanged it is there already. */
  async preview({ language, text }: SpokenTextDto): Promise<FilePart> {
    const wav = await readFile(await this.speech.fileOf(language, text));
    return { type: WAV, size: wav.length, start: 0, end: wav.length - 1, isPart: false, chunks: once(wav) };
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
