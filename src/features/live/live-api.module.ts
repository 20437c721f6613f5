import { Module } from '@nestjs/common';
import { AuthModule } from '../../platform/auth/auth.module';
import { LimitsModule } from '../../platform/limits/limits.module';
import { AgentsModule } from '../agents/agents.module';
import { HandsReaderModule } from '../hands/hands-reader.module';
import { QueuesModule } from '../queues/queues.module';
import { SeatsReaderModule } from '../seats/seats-reader.module';
import { LiveController } from './live.controller';
import { LiveDoor } from './live-door';
import { LiveGateway } from './live.gateway';
import { LiveHub } from './live-hub';
import { LiveService } from './live.service';
import { LiveStream } from './live-stream';
import { LiveVisitors } from './live-visitors';

/** The api process's part: the snapshot and the stream of changes. */
@Module({
  imports: [AuthModule, AgentsModule, HandsReaderModule, LimitsModule, QueuesModule, SeatsReaderModule],
  controllers: [LiveController],
  providers: [LiveService, LiveHub, LiveVisitors, LiveDoor, LiveStream, LiveGateway],
})
export class LiveApiModule {}
