import type { Header } from '../core/switch-event';
import type { Channel } from './channel';
import { profileHeaders } from './caller-profile';

const CODEC: readonly Header[] = [
  ['Channel-Read-Codec-Name', 'PCMA'],
  ['Channel-Read-Codec-Rate', '8000'],
  ['Channel-Read-Codec-Bit-Rate', '64000'],
  ['Channel-Write-Codec-Name', 'PCMA'],
  ['Channel-Write-Codec-Rate', '8000'],
  ['Channel-Write-Codec-Bit-Rate', '64000'],
];

/** switch_channel_event_set_data: basic data, caller profile, other leg, variables. */
export function channelHeaders(channel: Channel, withVariables = true): Header[] {
  const { profile } = channel;
  const headers: Header[] = [...basicHeaders(channel), ...profileHeaders('Caller', profile, channel.direction)];
  if (profile.other) {
    const { role, profile: other } = profile.other;
    headers.push(['Other-Type', role], ...profileHeaders('Other-Leg', other, channel.direction));
  }
  if (withVariables) for (const [name, value] of channel.variables) headers.push([`variable_${name}`, value]);
  return headers;
}

function basicHeaders(channel: Channel): Header[] {
  const presence = channel.variables.get('presence_id');
  const headers: Header[] = [
    ['Channel-State', channel.runningState],
    ['Channel-Call-State', channel.callState],
    ['Channel-State-Number', String(channel.stateNumber)],
    ['Channel-Name', channel.name],
    ['Unique-ID', channel.uuid],
    ['Call-Direction', channel.direction],
    ['Presence-Call-Direction', channel.direction],
    ['Channel-HIT-Dialplan', String(channel.direction === 'inbound' || channel.extension !== undefined)],
  ];
  if (presence) headers.push(['Channel-Presence-ID', presence]);
  headers.push(
    ['Channel-Call-UUID', channel.variables.get('call_uuid') ?? channel.uuid],
    ['Answer-State', channel.answerState],
  );
  if (channel.cause) headers.push(['Hangup-Cause', channel.cause]);
  if (channel.direction === 'inbound' || channel.answered) headers.push(...CODEC);
  return headers;
}
