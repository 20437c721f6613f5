import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import Bull, { type Queue } from 'bull';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { COMMAND_LIFE_MS, commandQueueName, type QueuedCommand, type SwitchCommand } from './switch-command';

/** Asks the process that holds the node's event socket. */
@Injectable()
export class SwitchCommands implements OnApplicationShutdown {
  private readonly queue: Queue<QueuedCommand>;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.queue = new Bull(commandQueueName(config.SWITCH_NODE), config.REDIS_URL, { prefix: 'seatline' });
    this.queue.on('error', () => undefined);
  }

  /** Resolves when the command is queued; what comes of it shows in the live calls. */
  async send(command: SwitchCommand): Promise<void> {
    const expiresAt = this.clock.now().getTime() + COMMAND_LIFE_MS;
    await this.queue.add({ command, expiresAt }, { attempts: 1, removeOnComplete: true, removeOnFail: 100 });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
