import { Module } from '@nestjs/common';
import { TeamsReader } from './teams.reader';

/** Apart from teams.module.ts, which builds on the agents: they may ask about teams too. */
@Module({ providers: [TeamsReader], exports: [TeamsReader] })
export class TeamsReaderModule {}
