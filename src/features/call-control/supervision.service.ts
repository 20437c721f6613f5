import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import type { CommandOutcome } from '../../telephony/commands/switch-command';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import type { SupervisionMode } from '../../telephony/esl/commands';
import type { Seat } from '../seats/seats.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import { CallAccess } from './call-access.service';
import { ListeningSeats } from './listening-seats.service';
import type { BeginSupervisionDto, SupervisionDto } from './supervision.dto';
import type { Supervision } from './supervision.entity';
import { SupervisionsRepository } from './supervisions.repository';

const RING_SECONDS = 20;

/** A supervisor's own phone joins a call: to listen, to whisper to the agent, to talk with both. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly access: CallAccess,
    private readonly seats: ListeningSeats,
    private readonly supervisions: SupervisionsRepository,
    private readonly tenants: TenantsReader,
    private readonly commands: SwitchCommands,
  ) {}

  /** The row is there before the phone rings: nobody listens without a trace. */
  async begin(principal: Principal, callUuid: string, { mode, seatId }: BeginSupervisionDto): Promise<SupervisionDto> {
    const call = await this.access.goingOn(callUuid);
    if (call.state !== 'talking') throw new AppError('conflict', 'Nobody talks on that call.');
    const seat = await this.seats.of(principal, seatId);
    await this.forgetOver(seat);
    const legUuid = randomUUID();
    const id = await this.supervisions.begin({ callUuid, legUuid, seatId: seat.id, supervisorId: principal.id, sessionId: principal.sessionId, mode });
    const outcome = await this.ring(callUuid, legUuid, seat, mode);
    if (outcome === 'refused') {
      await this.supervisions.end(id);
      throw new AppError('conflict', 'The phone cannot be rung, or no agent is on the call any more.');
    }
    if (outcome === 'unknown') throw new AppError('unavailable', 'The switch has not confirmed it: the phone may ring.');
    const begun = await this.supervisions.lasting(id);
    if (begun) return begun;
    // his right was taken away while the phone was not ringing yet: there was nothing to end then
    await this.commands.ask({ kind: 'end-supervision', legUuid });
    throw AppError.notFound();
  }

  async change(principal: Principal, callUuid: string, mode: SupervisionMode): Promise<SupervisionDto> {
    const { id, legUuid } = await this.current(principal, callUuid);
    const outcome = await this.commands.ask({ kind: 'change-supervision', legUuid, mode });
    if (outcome === 'refused') {
      await this.supervisions.end(id);
      throw AppError.notFound();
    }
    if (outcome === 'unknown') throw new AppError('unavailable', 'The switch has not confirmed it.');
    await this.supervisions.changeMode(id, mode);
    return this.current(principal, callUuid);
  }

  async end(principal: Principal, callUuid: string): Promise<void> {
    const { id, legUuid } = await this.current(principal, callUuid);
    const outcome = await this.commands.ask({ kind: 'end-supervision', legUuid });
    if (outcome !== 'done') throw new AppError('unavailable', 'The switch has not confirmed it: hang up your phone.');
    await this.supervisions.end(id);
  }

  private async ring(callUuid: string, legUuid: string, seat: Seat, mode: SupervisionMode): Promise<CommandOutcome> {
    const { domain } = await this.tenants.current();
    const { extension } = seat;
    return this.commands.ask({ kind: 'supervise', callUuid, legUuid, extension, domain, mode, ringSeconds: RING_SECONDS });
  }

  private async current(principal: Principal, callUuid: string): Promise<Supervision> {
    const supervision = await this.supervisions.ofSupervisor(principal.id, callUuid);
    if (!supervision) throw AppError.notFound();
    return supervision;
  }

  /** What ended with its call, or by hanging up, nobody has told us. */
  private async forgetOver(seat: Seat): Promise<void> {
    const before = await this.supervisions.ofSeat(seat.id);
    if (!before) return;
    const outcome = await this.commands.ask({ kind: 'find-leg', legUuid: before.legUuid });
    if (outcome !== 'refused') throw new AppError('conflict', `Seat ${seat.extension} listens to a call already.`);
    await this.supervisions.end(before.id);
  }
}
