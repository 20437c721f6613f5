import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal';
import { Clock } from '../../platform/clock/clock';
import { AppError } from '../../platform/errors/app-error';
import { SwitchCommands } from '../../telephony/commands/switch-commands';
import { AgentsReader } from '../agents/agents.reader';
import { LiveReader } from '../live/live.reader';
import type { RecordingStateDto } from './recordings.dto';
import { RecordingPausesRepository } from './recording-pauses.repository';

/** Keeps what must not be kept, such as a card's security code, out of a recording while the call goes on. */
@Injectable()
export class RecordingControl {
  constructor(
    private readonly live: LiveReader,
    private readonly agents: AgentsReader,
    private readonly commands: SwitchCommands,
    private readonly pauses: RecordingPausesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers once the switch has confirmed it: only then may the customer be asked. Asked twice it is paused once; without
   * a resume it lasts to the end of the call.
   */
  async pause(principal: Principal, callUuid: string): Promise<RecordingStateDto> {
    await this.mayControl(principal, callUuid);
    await this.mask(callUuid, true);
    await this.pauses.begin(callUuid, this.clock.now());
    return { callUuid, paused: true };
  }

  /** The span in the books ends before the switch is asked: what it names is silence for sure. */
  async resume(principal: Principal, callUuid: string): Promise<RecordingStateDto> {
    await this.mayControl(principal, callUuid);
    const resumedAt = this.clock.now();
    await this.mask(callUuid, false);
    await this.pauses.end(callUuid, resumedAt);
    return { callUuid, paused: false };
  }

  /** The agent whose call it is; of others' calls those who may set agents' status, too. */
  private async mayControl(principal: Principal, callUuid: string): Promise<void> {
    const call = await this.live.call(callUuid);
    if (!call) throw AppError.notFound();
    const own = principal.kind === 'user' ? await this.agents.ofUser(principal.id) : null;
    if (own && call.agent === own.number) return;
    if (!principal.permissions.includes('agents:status')) throw new AppError('forbidden', 'It is not your call.');
  }

  private async mask(legUuid: string, masked: boolean): Promise<void> {
    const outcome = await this.commands.ask({ kind: 'mask-recording', legUuid, masked });
    if (outcome === 'done') return;
    if (outcome === 'refused') throw new AppError('conflict', 'The call is not being recorded.');
    throw new AppError('unavailable', 'The switch has not confirmed it: take it that the recording goes on.');
  }
}
