import { Module } from '@nestjs/common';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { AgentsModule } from '../agents/agents.module';
import { CallingPlanModule } from '../calling-plan/calling-plan.module';
import { QueuesModule } from '../queues/queues.module';
import { SeatsModule } from '../seats/seats.module';
import { CallAccess } from './call-access.service';
import { ListeningSeats } from './listening-seats.service';
import { SupervisionController } from './supervision.controller';
import { SupervisionService } from './supervision.service';
import { SupervisionWatch } from './supervision-watch';
import { SupervisionsRepository } from './supervisions.repository';
import { TransfersController } from './transfers.controller';
import { TransferTargets } from './transfer-targets.service';
import { TransfersService } from './transfers.service';

/** The api process's part. */
@Module({
  imports: [AgentsModule, CallingPlanModule, QueuesModule, SeatsModule],
  controllers: [SupervisionController, TransfersController],
  providers: [
    CallAccess,
    ListeningSeats,
    SupervisionService,
    SupervisionWatch,
    SupervisionsRepository,
    SwitchCommands,
    TransferTargets,
    TransfersService,
  ],
})
export class CallControlModule {}
