import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error';
import { AgentsReader } from '../agents/agents.reader';
import { CallingPlanReader } from '../calling-plan/calling-plan.reader';
import { isAllowed } from '../calling-plan/domain/destination';
import { readPhoneNumber } from '../numbers/domain/phone-number';
import { QueuesReader } from '../queues/queues.reader';
import { transferDestination } from '../routing/domain/transfer-target';
import { CallAccess } from './call-access.service';

/** Where a call may be sent, as the tenant's own dialplan calls it. */
@Injectable()
export class TransferTargets {
  constructor(
    private readonly agents: AgentsReader,
    private readonly queues: QueuesReader,
    private readonly plans: CallingPlanReader,
    private readonly access: CallAccess,
  ) {}

  /** @param except the agent who gives the call away */
  async agent(number: string, except: string | null): Promise<string> {
    const agent = await this.agents.ofNumber(number);
    if (!agent) throw AppError.invalid('/to', 'must be the number of an agent of this tenant');
    if (number === except) throw AppError.invalid('/to', 'must be another agent');
    const seat = await this.access.seatOf(agent);
    if (!seat) throw new AppError('conflict', `Agent ${number} is signed in at no seat.`);
    if (seat.suspendedAt) throw new AppError('conflict', `The seat of agent ${number} is suspended.`);
    return transferDestination({ kind: 'agent', number });
  }

  async queue(name: string): Promise<string> {
    const names = await this.queues.idsByName();
    if (!names.has(name)) throw AppError.invalid('/to', 'must be the name of a queue of this tenant');
    return transferDestination({ kind: 'queue', name });
  }

  /** What it costs, and whether that may still be spent, the dialplan decides. */
  async number(text: string): Promise<string> {
    const reading = readPhoneNumber(text);
    if (!reading.ok) throw AppError.invalid('/to', reading.rule);
    const { destinations } = await this.plans.current();
    if (!isAllowed(reading.number, destinations)) throw AppError.invalid('/to', 'the calling plan does not allow it');
    return reading.number;
  }
}
