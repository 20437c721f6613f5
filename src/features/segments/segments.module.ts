import { Global, Module } from '@nestjs/common';
import { QueuesModule } from '../queues/queues.module';
import { SoundsModule } from '../sounds/sounds.module';
import { SegmentSounds } from './segment-sounds';
import { SegmentsController } from './segments.controller';
import { SegmentsPart } from './segments.part';
import { SegmentsReader } from './segments.reader';
import { SegmentsRepository } from './segments.repository';
import { SegmentsService } from './segments.service';

/** Global because customers, their calls and the live floor name segments. */
@Global()
@Module({
  imports: [QueuesModule, SoundsModule],
  controllers: [SegmentsController],
  providers: [SegmentSounds, SegmentsPart, SegmentsReader, SegmentsRepository, SegmentsService],
  exports: [SegmentsReader],
})
export class SegmentsModule {}
