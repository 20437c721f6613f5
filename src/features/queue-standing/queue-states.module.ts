import { Module } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module';
import { QueueStatesReader } from './queue-states.reader';

/** How queues stand, for whoever leads callers to them. */
@Module({ imports: [QueuesModule], providers: [QueueStatesReader], exports: [QueueStatesReader] })
export class QueueStatesModule {}
