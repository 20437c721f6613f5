import { Global, Module } from '@nestjs/common';
import { TelephoneAudio } from './telephone-audio';

@Global()
@Module({ providers: [TelephoneAudio], exports: [TelephoneAudio] })
export class AudioModule {}
