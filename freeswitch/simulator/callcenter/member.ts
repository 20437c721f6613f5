import { randomUUID } from 'node:crypto';

import { nowSeconds, secondsOf, sleep } from '../core/clock';
import type { Header } from '../core/switch-event';
import type { Application } from '../applications/application';
import type { Channel } from '../channels/channel';
import { expandVariables } from '../channels/expand';
import { playFile } from '../channels/playback';
import { separateWords } from '../core/separate-string';
import type { Callcenter } from './callcenter';
import { fireChannelInfo, fireMembersCount } from './cc-events';
import { CONNECTING } from './offer-record';
import type { Queue } from './queue';
import { INSTANCE, type MemberRow } from './tables';
import { same } from './vocabulary';

type CancelReason = 'NONE' | 'TIMEOUT' | 'NO_AGENT_TIMEOUT' | 'BREAK_OUT' | 'EXIT_WITH_KEY';

/** One caller's stay in one queue. */
interface Stay {
  readonly callcenter: Callcenter;
  readonly channel: Channel;
  readonly queue: string;
  readonly memberUuid: string;
  readonly joined: number;
  reason: CancelReason;
  running: boolean;
}

/** The `callcenter` application: puts the caller into the queue until an agent, an end or a reason to leave comes. */
export const callcenterApplication: Application = async (sw, channel, argument) => {
  const { callcenter } = sw;
  const [name] = separateWords(argument, 6);
  const queue = name === undefined || !callcenter.loaded ? undefined : await callcenter.queue(name);
  if (!queue || name === undefined) return;
  channel.answer();
  const { stay, resumed } = enter(callcenter, channel, queue);
  announceEntry(stay, resumed);
  void watch(stay);
  await wait(stay, queue);
  stay.running = false;
  leave(stay);
};

function enter(callcenter: Callcenter, channel: Channel, queue: Queue): { stay: Stay; resumed: boolean } {
  const { store } = callcenter;
  const now = nowSeconds();
  const abandoned = queue.abandonedResumeAllowed ? lastAbandoned(callcenter, channel, queue.name) : undefined;
  const memberUuid = abandoned?.uuid ?? randomUUID();
  channel.set('cc_side', 'member');
  channel.set('cc_member_uuid', memberUuid);
  channel.set('cc_agent_found', undefined);
  channel.set('cc_agent_bridged', undefined);
  channel.set('cc_queue_joined_epoch', now);
  channel.set('cc_queue', queue.name);
  if (abandoned) {
    Object.assign(abandoned, { session_uuid: channel.uuid, state: 'Waiting', rejoined_epoch: now });
    store.changed();
  } else store.putMember(newMember(channel, queue, memberUuid, now));
  const stay: Stay = {
    callcenter, channel, queue: queue.name, memberUuid, joined: now, reason: 'NONE', running: true,
  };
  return { stay, resumed: abandoned !== undefined };
}

function newMember(channel: Channel, queue: Queue, uuid: string, now: number): MemberRow {
  const answered = secondsOf(channel.profile.times.answered);
  const sinceAnswer = same(queue.timeBaseScore, 'system') ? now - answered : 0;
  const several = same(queue.strategy, 'ring-all') || same(queue.strategy, 'ring-progressively');
  return {
    queue: queue.name, instance_id: INSTANCE, uuid, session_uuid: channel.uuid,
    cid_number: channel.get('caller_id_number') ?? '', cid_name: channel.get('caller_id_name') ?? '',
    system_epoch: answered, joined_epoch: now, rejoined_epoch: 0, bridge_epoch: 0, abandoned_epoch: 0,
    base_score: (Number.parseInt(channel.get('cc_base_score') ?? '', 10) || 0) + sinceAnswer, skill_score: 0,
    serving_agent: several ? queue.strategy.toLowerCase() : '', serving_system: '', state: 'Waiting',
  };
}

/** A caller who gave up gets the old place back, known by the number alone. */
function lastAbandoned(callcenter: Callcenter, channel: Channel, queue: string): MemberRow | undefined {
  const number = channel.get('caller_id_number') ?? '';
  const rows = callcenter.store.membersOf(queue)
    .filter((row) => row.state === 'Abandoned' && row.cid_number === number && row.abandoned_epoch > 0);
  return rows.sort((a, b) => b.abandoned_epoch - a.abandoned_epoch)[0];
}

function memberHeaders(stay: Stay): Header[] {
  return [
    ['CC-Member-UUID', stay.memberUuid],
    ['CC-Member-Session-UUID', stay.channel.uuid],
    ['CC-Member-CID-Name', stay.channel.get('caller_id_name') ?? ''],
    ['CC-Member-CID-Number', stay.channel.get('caller_id_number') ?? ''],
  ];
}

function announceEntry(stay: Stay, resumed: boolean): void {
  const action = resumed ? 'member-queue-resume' : 'member-queue-start';
  const { callcenter, channel, queue } = stay;
  fireChannelInfo(channel, action, [['CC-Queue', queue], ['CC-Action', action], ...memberHeaders(stay)]);
  fireMembersCount(callcenter.sw.bus, callcenter.store, queue);
}

const WATCH_MS = 500;

/** cc_member_thread_run: looks every half second whether the caller has waited too long. */
async function watch(stay: Stay): Promise<void> {
  while (stay.running && stay.channel.ready) {
    const queue = await stay.callcenter.queue(stay.queue);
    if (!queue) return;
    if (queue.maxWaitTime > 0 && nowSeconds() - stay.joined >= queue.maxWaitTime) {
      await stay.channel.waitUntil(() => !stay.channel.marks.has(CONNECTING) || !stay.channel.up);
      if (stay.running && !stay.channel.bridged) cancel(stay, 'TIMEOUT');
    }
    if (waitedWithoutAgents(stay, queue)) cancel(stay, 'NO_AGENT_TIMEOUT');
    await sleep(WATCH_MS);
  }
}

function waitedWithoutAgents(stay: Stay, queue: Queue): boolean {
  const { maxWaitTimeWithNoAgent: most, maxWaitTimeWithNoAgentTimeReached: grace } = queue;
  const { lastAgentExist: seen, lastAgentExistCheck: looked } = queue;
  if (most <= 0 || looked <= seen || stay.joined > looked || looked - seen < most) return false;
  return grace <= 0 || looked - stay.joined >= grace + most;
}

function cancel(stay: Stay, reason: CancelReason): void {
  if (!stay.running) return;
  stay.reason = reason;
  stay.channel.breakPlayback();
}

const BETWEEN_FILES_MS = 1;

/** Music on hold until something ends the wait. */
async function wait(stay: Stay, queue: Queue): Promise<void> {
  const { channel } = stay;
  const moh = expandVariables(channel, channel.get('cc_moh_override') ?? queue.moh ?? '', stay.callcenter.sw.expansion);
  while (channel.ready && stay.reason === 'NONE' && !channel.isTrue('cc_agent_bridged')) {
    const keys = channel.get('cc_exit_keys') ?? '';
    const end = await playFile(channel, moh || 'silence_stream://-1', (digit) => keys.includes(digit));
    if (end.how === 'digit') {
      channel.set('cc_exit_key', end.digit);
      stay.reason = 'EXIT_WITH_KEY';
    } else if (channel.ready && stay.reason === 'NONE') await sleep(BETWEEN_FILES_MS);
  }
}

function leave(stay: Stay): void {
  const { callcenter, channel } = stay;
  const found = channel.isTrue('cc_agent_found') || channel.isTrue('cc_agent_bridged');
  if (stay.reason === 'NONE' && !found) stay.reason = 'BREAK_OUT';
  channel.set('cc_agent_found', undefined);
  const queue = callcenter.queues.get(stay.queue);
  if (!channel.up || stay.reason !== 'NONE') {
    giveUp(stay);
    if (queue) queue.callsAbandoned++;
  } else {
    channel.set('cc_cause', 'answered');
    if (queue) queue.callsAnswered++;
  }
  fireMembersCount(callcenter.sw.bus, callcenter.store, stay.queue);
}

function giveUp(stay: Stay): void {
  const { callcenter, channel } = stay;
  const row = callcenter.store.member(stay.memberUuid);
  if (row) Object.assign(row, { state: 'Abandoned', session_uuid: '', abandoned_epoch: nowSeconds() });
  callcenter.store.changed();
  callcenter.cancelRinging(stay.memberUuid, 'ORIGINATOR_CANCEL');
  fireChannelInfo(channel, 'member-queue-cancel', [
    ['CC-Queue', stay.queue],
    ['CC-Action', 'member-queue-end'],
    ['CC-Member-Leaving-Time', String(nowSeconds())],
    ['CC-Member-Joined-Time', String(stay.joined)],
    ['CC-Cause', 'Cancel'],
    ['CC-Cancel-Reason', stay.reason],
    ...memberHeaders(stay),
  ]);
  channel.set('cc_queue_canceled_epoch', nowSeconds());
  channel.set('cc_cause', 'cancel');
  channel.set('cc_cancel_reason', stay.reason);
}
