import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import Bull, { type Queue } from 'bull';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { clickToDialCommand, getLegVariableCommand, maskRecordingCommand } from '../esl/commands';
import { SwitchLink } from '../link/switch-link';
import { CallListener } from './call-listener';
import { CallMover } from './call-mover';
import {
  type CommandOutcome,
  commandQueueName,
  type DialCommand,
  type MaskRecordingCommand,
  type QueuedCommand,
} from './switch-command';

const RECORDING_PATH = 'cc_record_filename';

/** Carries out the commands of its node. */
@Injectable()
export class SwitchCommandsRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private queue: Queue<QueuedCommand> | undefined;

  constructor(
    private readonly config: Config,
    private readonly link: SwitchLink,
    private readonly mover: CallMover,
    private readonly listener: CallListener,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.queue = new Bull(commandQueueName(this.config.SWITCH_NODE), this.config.REDIS_URL, {
      prefix: 'seatline',
      // a command whose process died may have been carried out: it is not begun again
      settings: { maxStalledCount: 0 },
    });
    this.queue.on('error', () => undefined);
    void this.queue.process(4, async ({ data }) => this.carryOut(data));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close(true);
  }

  private async carryOut({ command, expiresAt }: QueuedCommand): Promise<CommandOutcome> {
    if (this.clock.now().getTime() > expiresAt) throw new Error(`${command.kind}: came too late, not done`);
    switch (command.kind) {
      case 'mask-recording':
        return this.mask(command);
      case 'transfer':
        return this.mover.transfer(command);
      case 'join':
        return this.mover.join(command);
      case 'supervise':
      case 'change-supervision':
      case 'end-supervision':
      case 'find-leg':
        return this.listener.carryOut(command);
      case 'dial':
        this.dial(command);
        return 'done';
    }
  }

  /** Not awaited to its end: an originate is done only when the seat has answered. */
  private dial(command: DialCommand): void {
    this.link
      .bgapi(clickToDialCommand(command))
      .then((reply) => {
        if (!reply.ok) this.log.info({ kind: command.kind, reason: reply.reason }, 'command refused by the switch');
      })
      .catch((error: unknown) => this.log.warn({ err: error, kind: command.kind }, 'command failed'));
  }

  /** The switch itself says where it records the leg: mod_callcenter leaves it in a variable. */
  private async mask({ legUuid, masked }: MaskRecordingCommand): Promise<CommandOutcome> {
    const path = await this.link.api(getLegVariableCommand(legUuid, RECORDING_PATH));
    if (!path.ok || !path.text.trim().endsWith(`/${legUuid}.wav`)) return 'refused';
    const reply = await this.link.api(maskRecordingCommand(legUuid, path.text.trim(), masked));
    return reply.ok ? 'done' : 'refused';
  }
}
