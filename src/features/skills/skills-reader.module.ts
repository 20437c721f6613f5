import { Module } from '@nestjs/common';
import { SkillsReader } from './skills.reader';

/** Apart from skills.module.ts, which builds on the agents and the queues: they may ask about skills too. */
@Module({ providers: [SkillsReader], exports: [SkillsReader] })
export class SkillsReaderModule {}
