import { Global, Module } from '@nestjs/common';
import { TelephoneAudio } from '../audio/telephone-audio';
import { Config } from '../config/config';
import { EspeakNg } from './espeak-ng';
import { NoSpeech } from './no-speech';
import { Speech } from './speech';
import { SpeechProvider } from './speech-provider';

const provider = {
  provide: SpeechProvider,
  inject: [Config, TelephoneAudio],
  useFactory: ({ SPEECH_PROVIDER }: Config, audio: TelephoneAudio) => (SPEECH_PROVIDER === 'none' ? new NoSpeech() : new EspeakNg(audio)),
};

@Global()
@Module({ providers: [provider, Speech], exports: [Speech] })
export class SpeechModule {}
