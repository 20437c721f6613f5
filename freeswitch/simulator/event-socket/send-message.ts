import type { Channel } from '../channels/channel';
import { parseCause } from '../sip/causes';
import type { SimulatedSwitch } from '../simulated-switch';
import type { Frame } from './frame-reader';

/** The leg that an outbound socket was opened for, and how. */
export interface Controlled {
  readonly channel: Channel;
  readonly async: boolean;
  readonly full: boolean;
}

/** `sendmsg [UUID]`: an application or a hang-up for a leg. @returns the reply; +OK means queued, not done */
export async function sendMessage(sw: SimulatedSwitch, target: string, frame: Frame, controlled?: Controlled):
  Promise<string> {
  const { headers } = frame;
  const uuid = target || headers.get('session-id') || '';
  const own = controlled?.channel;
  const channel = uuid === '' || uuid === own?.uuid ? own : sw.channels.get(uuid);
  if (!channel) return `-ERR invalid session id [${uuid}]`;
  const command = headers.get('call-command')?.toLowerCase();
  if (command === 'hangup') channel.hangup(parseCause(headers.get('hangup-cause') ?? 'NORMAL_CLEARING'));
  if (command !== 'execute') return '+OK';
  const waits = channel === own && !controlled?.async && headers.get('async') !== 'true';
  const loops = Math.max(1, Number.parseInt(headers.get('loops') ?? '1', 10) || 1);
  for (let loop = 0; loop < loops; loop++) {
    if (!(await execute(sw, channel, frame, waits, channel === own))) return '-ERR memory error';
  }
  return '+OK';
}

/** Runs at once on a leg that waits for it, queues for one that is parked, and cuts in on any other. */
async function execute(sw: SimulatedSwitch, channel: Channel, { headers, body }: Frame, waits: boolean, isOwn: boolean):
  Promise<boolean> {
  const application = headers.get('execute-app-name') ?? '';
  const argument = headers.get('execute-app-arg') ?? body;
  const eventUuid = headers.get('event-uuid');
  if (!waits && (isOwn || channel.marks.has('parked'))) {
    return sw.privateCommands.add(channel, { application, argument, eventUuid });
  }
  const done = sw.executeApplication(channel, application, argument, eventUuid);
  if (waits) await done;
  return true;
}
