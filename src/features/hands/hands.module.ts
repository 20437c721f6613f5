import { Global, Module } from '@nestjs/common';
import { AgentsReaderModule } from '../agents/agents-reader.module';
import { HandTopicsModule } from '../hand-topics/hand-topics.module';
import { SeatsReaderModule } from '../seats/seats-reader.module';
import { UsersModule } from '../users/users.module';
import { HandChecks } from './hand-checks.service';
import { KeptHandTexts } from './domain/kept-hand-texts';
import { HandsController } from './hands.controller';
import { HandsHandlers } from './hands.handlers';
import { HandsReaderModule } from './hands-reader.module';
import { HandsRepository } from './hands.repository';
import { HandsService } from './hands.service';
import { OwnHandController } from './own-hand.controller';
import { OwnHandService } from './own-hand.service';

/** Global because what is forgotten of calls is forgotten of hands. */
@Global()
@Module({
  imports: [AgentsReaderModule, HandTopicsModule, HandsReaderModule, SeatsReaderModule, UsersModule],
  controllers: [HandsController, OwnHandController],
  providers: [
    HandChecks,
    HandsHandlers,
    HandsRepository,
    HandsService,
    OwnHandService,
    { provide: KeptHandTexts, useExisting: HandsRepository },
  ],
  exports: [KeptHandTexts],
})
export class HandsModule {}
