import { Module } from '@nestjs/common';
import { CallTrackerModule } from '../calls/calls.module';
import { LinkModule } from '../link/link.module';
import { CallListener } from './call-listener';
import { CallMover } from './call-mover';
import { SwitchCommandsRunner } from './switch-commands.runner';

/** The switch process's part. */
@Module({ imports: [CallTrackerModule, LinkModule], providers: [CallListener, CallMover, SwitchCommandsRunner] })
export class CommandsRunnerModule {}
