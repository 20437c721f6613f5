import { AppError } from '../errors/app-error';
import { SpeechProvider } from './speech-provider';

/** An installation without a machine that speaks: its sounds are uploaded. */
export class NoSpeech extends SpeechProvider {
  override readonly name = 'none';

  override voiceOf(): string {
    return 'none';
  }

  override speak(): Promise<void> {
    return Promise.reject(new AppError('unavailable', 'This installation speaks no texts: upload a file.'));
  }
}
