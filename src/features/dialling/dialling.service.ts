import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { type Agent, AgentsReader } from '../agents/agents.reader';
import { CallingPlanReader } from '../calling-plan/calling-plan.reader';
import { isAllowed } from '../calling-plan/domain/destination';
import { readPhoneNumber } from '../numbers/domain/phone-number';
import { NumbersReader } from '../numbers/numbers.reader';
import { contextOf } from '../routing/domain/tenant-routing';
import { type Seat, SeatsReader } from '../seats/seats.reader';
import { TenantsReader } from '../tenants/tenants.reader';
import type { DialDto, DialledDto } from './dialling.dto';

/** Click to dial: the agent's own phone rings first, and then the number. */
@Injectable()
export class DiallingService {
  constructor(
    private readonly tenants: TenantsReader,
    private readonly agents: AgentsReader,
    private readonly seats: SeatsReader,
    private readonly numbers: NumbersReader,
    private readonly plans: CallingPlanReader,
    private readonly commands: SwitchCommands,
  ) {}

  async dial(principal: Principal, body: DialDto): Promise<DialledDto> {
    const reading = readPhoneNumber(body.to);
    if (!reading.ok) throw AppError.invalid('/to', reading.rule);
    const tenant = await this.tenants.current();
    const agent = await this.agentOf(principal, body.agentId);
    const seat = agent.signedInSeatId ? await this.seats.find(agent.signedInSeatId) : null;
    if (!seat) throw new AppError('conflict', 'The agent is signed in at no seat.');
    if (seat.suspendedAt) throw new AppError('conflict', 'The seat is suspended.');
    const { destinations } = await this.plans.current();
    if (!isAllowed(reading.number, destinations)) throw AppError.invalid('/to', 'the calling plan does not allow it');
    const callerNumber = await this.callerNumberOf(seat, body.callerNumberId);
    const uuid = randomUUID();
    await this.commands.send({
      kind: 'dial',
      legUuid: uuid,
      extension: seat.extension,
      domain: tenant.domain,
      context: contextOf(tenant.slug),
      agent: `${agent.number}@${tenant.domain}`,
      number: reading.number,
      callerNumber,
      ringSeconds: agent.ringSeconds,
    });
    return { uuid };
  }

  /** A number given up since the seat chose it is passed over; one that is asked for must be the tenant's. */
  private async callerNumberOf(seat: Seat, chosenId: string | undefined): Promise<string> {
    const chosen = chosenId === undefined ? null : await this.numbers.find(chosenId);
    if (chosenId !== undefined && !chosen) {
      throw AppError.invalid('/caller_number_id', "must be one of the tenant's own numbers");
    }
    const ofSeat = seat.callerNumberId === null ? null : await this.numbers.find(seat.callerNumberId);
    const number = chosen?.number ?? ofSeat?.number ?? (await this.numbers.first());
    if (!number) throw new AppError('conflict', 'The tenant has no number to call from.');
    return number;
  }

  /** One's own seat; another's only for those who may set its status too. */
  private async agentOf(principal: Principal, agentId: string | undefined): Promise<Agent> {
    const own = principal.kind === 'user' ? await this.agents.ofUser(principal.id) : null;
    if (agentId === undefined) {
      if (!own) throw AppError.invalid('/agent_id', 'name the agent: you are none yourself');
      return own;
    }
    const agent = await this.agents.find(agentId);
    if (!agent) throw AppError.notFound();
    if (agent.id !== own?.id && !principal.permissions.includes('agents:status')) {
      throw new AppError('forbidden', 'You may dial from your own seat only.');
    }
    return agent;
  }
}
