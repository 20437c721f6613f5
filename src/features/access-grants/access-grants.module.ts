import { Module } from '@nestjs/common';
import { AccessGrantsController } from './access-grants.controller';
import { AccessGrantsReader } from './access-grants.reader';
import { AccessGrantsRepository } from './access-grants.repository';
import { AccessGrantsService } from './access-grants.service';
import { EntriesController } from './entries.controller';
import { OwnAccessGrantsController } from './own-access-grants.controller';

@Module({
  controllers: [AccessGrantsController, EntriesController, OwnAccessGrantsController],
  providers: [AccessGrantsReader, AccessGrantsRepository, AccessGrantsService],
  exports: [AccessGrantsReader],
})
export class AccessGrantsModule {}
