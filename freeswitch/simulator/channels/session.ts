import { setTimeout as delay } from 'node:timers/promises';

import { huntDialplan } from '../dialplan/hunt';
import type { SimulatedSwitch } from '../simulated-switch';
import { sipStatusOf } from '../sip/causes';
import { park } from '../applications/park';
import { runRequestedBridge } from './bridge';
import type { Channel } from './channel';
import type { ChannelState } from './channel-state';
import { reportOwnHangup } from './remote-side';
import { setTimingVariables } from './timing-variables';

type StateRun = (sw: SimulatedSwitch, channel: Channel) => Promise<void>;

/** What a leg does in each state; in the others it only waits to be told otherwise. */
const RUNS: Partial<Record<ChannelState, StateRun>> = {
  CS_ROUTING: route,
  CS_EXECUTE: execute,
  CS_SOFT_EXECUTE: (_, channel) => runRequestedBridge(channel),
  CS_PARK: (sw, channel) => park(sw, channel),
};

/** The life of one leg, state by state, from its first routing to its CDR. */
export async function runSession(sw: SimulatedSwitch, channel: Channel): Promise<void> {
  while (channel.up) {
    await RUNS[channel.enterState()]?.(sw, channel);
    await channel.waitUntil(() => !channel.ready);
  }
  await endSession(sw, channel);
}

async function route(sw: SimulatedSwitch, channel: Channel): Promise<void> {
  channel.set('call_uuid', channel.uuid);
  if (channel.marks.delete('transferred') && !channel.isTrue('limit_ignore_transfer')) sw.limits.release(channel);
  const { profile } = channel;
  if (!profile.dialplan) {
    channel.setState('CS_CONSUME_MEDIA');
    return;
  }
  const extension = await huntDialplan(sw, channel);
  if (!channel.ready || channel.profile !== profile) return;
  if (!extension) {
    channel.hangup('NO_ROUTE_DESTINATION');
    return;
  }
  profile.extension = extension;
  channel.setState('CS_EXECUTE');
}

async function execute(sw: SimulatedSwitch, channel: Channel): Promise<void> {
  channel.set('call_uuid', channel.uuid);
  while (channel.ready) {
    const application = channel.extension?.take();
    if (!application) {
      channel.hangup('NORMAL_CLEARING');
      return;
    }
    await sw.executeApplication(channel, application.name, application.data);
  }
}

const POLL_MS = 20;

async function endSession(sw: SimulatedSwitch, channel: Channel): Promise<void> {
  const cause = channel.cause ?? 'NORMAL_CLEARING';
  channel.run('CS_HANGUP');
  sw.limits.release(channel);
  reportOwnHangup(channel);
  channel.far.released(channel, cause, channel.answered ? 200 : (respondedWith(channel) ?? sipStatusOf(cause)));
  channel.setCallState('HANGUP');
  channel.state = 'CS_REPORTING';
  channel.run('CS_REPORTING');
  for (const recording of channel.recordings.values()) await recording.close();
  setTimingVariables(channel);
  if (!/^(false|no|off|0)$/i.test(channel.get('process_cdr') ?? '')) sw.cdr.report(channel);
  channel.emit('CHANNEL_HANGUP_COMPLETE', { before: [['Hangup-Cause', cause]] });
  channel.ended = true;
  channel.wake();
  await delay(POLL_MS, undefined, { ref: false });
  await channel.waitUntil(() => !channel.isHeldOpen);
  channel.emit('CHANNEL_DESTROY');
  sw.channels.delete(channel.uuid);
  channel.run('CS_DESTROY');
}

/** The status that `respond` was told to send; the cause that it becomes says less. */
function respondedWith(channel: Channel): number | undefined {
  if (channel.get('sip_hangup_disposition') !== 'send_refuse') return undefined;
  const status = /^sip:(\d{3})$/.exec(channel.get('proto_specific_hangup_cause') ?? '')?.[1];
  return status === undefined ? undefined : Number(status);
}
