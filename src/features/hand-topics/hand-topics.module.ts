import { Module } from '@nestjs/common';
import { HandTopicsController } from './hand-topics.controller';
import { HandTopicsPart } from './hand-topics.part';
import { HandTopicsReader } from './hand-topics.reader';
import { HandTopicsRepository } from './hand-topics.repository';
import { HandTopicsService } from './hand-topics.service';

@Module({
  controllers: [HandTopicsController],
  providers: [HandTopicsPart, HandTopicsReader, HandTopicsRepository, HandTopicsService],
  exports: [HandTopicsReader],
})
export class HandTopicsModule {}
