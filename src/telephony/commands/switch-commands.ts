import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import Bull, { type Queue } from 'bull';
import { Clock } from '../../platform/clock/clock';
import { Config } from '../../platform/config/config';
import { COMMAND_LIFE_MS, type CommandOutcome, commandQueueName, type QueuedCommand, type SwitchCommand } from './switch-command';

const POLL_MS = 25;

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

  /** Resolves with what came of it, at the latest when nobody would begin to carry it out any more. */
  async ask(command: SwitchCommand): Promise<CommandOutcome> {
    const expiresAt = this.clock.now().getTime() + COMMAND_LIFE_MS;
    // kept for a while, so that what came of it can be read
    const { id } = await this.queue.add({ command, expiresAt }, { attempts: 1, removeOnComplete: 100, removeOnFail: 100 });
    for (const asked = Date.now(); Date.now() - asked < COMMAND_LIFE_MS; await sleep(POLL_MS)) {
      const job = await this.queue.getJob(id);
      if (job?.finishedOn) return job.failedReason ? 'unknown' : (job.returnvalue as CommandOutcome);
    }
    return 'unknown';
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
