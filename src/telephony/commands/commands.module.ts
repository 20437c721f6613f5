import { Module } from '@nestjs/common';
import { LinkModule } from '../link/link.module';
import { SwitchCommandsRunner } from './switch-commands.runner';

/** The switch process's part. */
@Module({ imports: [LinkModule], providers: [SwitchCommandsRunner] })
export class CommandsRunnerModule {}
