import { Module } from '@nestjs/common';
import { CdrController } from './cdr.controller';
import { CdrIntake } from './cdr-intake';

/** Needs a CdrStore from the importing process. */
@Module({ controllers: [CdrController], providers: [CdrIntake], exports: [CdrIntake] })
export class CdrModule {}
