import { Module } from '@nestjs/common';
import { AccessGrantsController } from './access-grants.controller';
import { AccessGrantsRepository } from './access-grants.repository';
import { AccessGrantsService } from './access-grants.service';
import { EntriesController } from './entries.controller';

@Module({
  controllers: [AccessGrantsController, EntriesController],
  providers: [AccessGrantsRepository, AccessGrantsService],
})
export class AccessGrantsModule {}
