import { Module } from '@nestjs/common';
import { NumbersReader } from './numbers.reader';

/** Apart from numbers.module.ts, so that a feature which numbers build on may ask about them too. */
@Module({ providers: [NumbersReader], exports: [NumbersReader] })
export class NumbersReaderModule {}
