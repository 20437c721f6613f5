import type { Channel } from '../channels/channel';
import type { SimulatedSwitch } from '../simulated-switch';

export interface PrivateCommand {
  readonly application: string;
  readonly argument: string;
  readonly eventUuid?: string;
}

/** Waits and executes what `sendmsg` queues, one at a time, until the leg ends or goes elsewhere. */
export async function park(sw: SimulatedSwitch, channel: Channel, until: () => boolean = () => false): Promise<void> {
  channel.emit('CHANNEL_PARK');
  channel.marks.add('parked');
  while (channel.ready && !until()) {
    const command = sw.privateCommands.take(channel);
    if (command) {
      await sw.executeApplication(channel, command.application, command.argument, command.eventUuid);
      if (channel.ready) channel.emit('PRIVATE_COMMAND', { variables: false });
      continue;
    }
    const called = (): boolean => sw.privateCommands.waiting(channel) || channel.digits.length > 0;
    await channel.waitUntil(() => !channel.ready || until() || called());
    if (channel.ready) channel.drainDigits();
  }
  channel.marks.delete('parked');
  channel.emit('CHANNEL_UNPARK');
}
