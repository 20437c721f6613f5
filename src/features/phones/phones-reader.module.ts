import { Module } from '@nestjs/common';
import { PhonesReader } from './phones.reader';

/** Apart from phones.module.ts: the switch asks, also where nobody serves people. */
@Module({ providers: [PhonesReader], exports: [PhonesReader] })
export class PhonesReaderModule {}
