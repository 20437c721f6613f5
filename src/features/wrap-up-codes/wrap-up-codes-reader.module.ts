import { Module } from '@nestjs/common';
import { WrapUpCodesReader } from './wrap-up-codes.reader';

/** Apart from wrap-up-codes.module.ts, which asks what was noted about calls: that may ask about codes too. */
@Module({ providers: [WrapUpCodesReader], exports: [WrapUpCodesReader] })
export class WrapUpCodesReaderModule {}
