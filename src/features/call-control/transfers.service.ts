import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/audit-trail';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { maskNumber } from '../../platform/privacy/mask-number';
import type { CommandOutcome } from '../../telephony/commands/switch-command';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { LiveReader } from '../live/live.reader';
import { contextOf } from '../routing/domain/tenant-routing';
import { TenantsReader } from '../tenants/tenants.reader';
import { CallAccess, type ControlledCall } from './call-access.service';
import { TransferTargets } from './transfer-targets.service';
import type { TransferDto, TransferKind, TransferRequestDto } from './transfers.dto';

/** Gives a conversation away: to a colleague, a queue, a number, or to whom the agent has consulted. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly access: CallAccess,
    private readonly targets: TransferTargets,
    private readonly live: LiveReader,
    private readonly tenants: TenantsReader,
    private readonly commands: SwitchCommands,
    private readonly trail: AuditTrail,
  ) {}

  /** Answers once the switch has confirmed it. Asked twice, the second finds no conversation of that seat any more. */
  async transfer(principal: Principal, callUuid: string, { kind, to }: TransferRequestDto): Promise<TransferDto> {
    const controlled = await this.access.controlled(principal, callUuid);
    if (controlled.call.state !== 'talking') throw new AppError('conflict', 'Nobody talks on that call.');
    const outcome = kind === 'consultation' ? await this.join(controlled, to) : await this.send(controlled, kind, to);
    refuse(outcome);
    await this.trail.record({
      action: 'transferred',
      objectType: 'calls',
      objectId: callUuid,
      detail: { kind, ...(to !== undefined && { to: kind === 'number' ? maskNumber(to) : to }) },
    });
    return { callUuid, kind };
  }

  private async send(
    { call, seat, isOwn }: ControlledCall,
    kind: Exclude<TransferKind, 'consultation'>,
    to: string | undefined,
  ): Promise<CommandOutcome> {
    if (to === undefined) throw AppError.invalid('/to', `is required: which ${kind}`);
    const destination = await (kind === 'agent' ? this.targets.agent(to, call.agent) : this.targets[kind](to));
    const { slug } = await this.tenants.current();
    return this.commands.ask({
      kind: 'transfer',
      callUuid: call.uuid,
      // one who is no longer on the call may not take it from whoever has it now
      seat: isOwn ? (seat?.extension ?? '') : null,
      destination,
      context: contextOf(slug),
    });
  }

  /** The second call is found and not named: an agent has no more than two hands. */
  private async join({ call, seat }: ControlledCall, to: string | undefined): Promise<CommandOutcome> {
    if (to !== undefined) throw AppError.invalid('/to', 'must be left out: the second call says who it is');
    if (!seat) throw new AppError('conflict', 'The agent is signed in at no seat.');
    const placed = await this.live.placedFrom(seat.extension);
    const [second, ...more] = placed.filter(({ uuid, state }) => uuid !== call.uuid && state === 'talking');
    if (!second) throw new AppError('conflict', 'The seat has no second call on which somebody has answered.');
    if (more.length > 0) throw new AppError('conflict', 'The seat has more than one other call.');
    return this.commands.ask({ kind: 'join', callUuid: call.uuid, otherCallUuid: second.uuid, seat: seat.extension });
  }
}

function refuse(outcome: CommandOutcome): void {
  if (outcome === 'refused') throw new AppError('conflict', 'The conversation is over, or goes on elsewhere.');
  if (outcome === 'unknown') throw new AppError('unavailable', 'The switch has not confirmed it: look who has the call.');
}
