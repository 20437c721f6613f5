import type { EventBus } from '../core/event-bus';
import type { Header } from '../core/switch-event';
import type { Channel } from '../channels/channel';
import type { CallcenterStore } from './store';

export const CALLCENTER_INFO = 'callcenter::info';

/** callcenter::info without channel data. */
export function fireInfo(bus: EventBus, action: string, headers: readonly Header[]): void {
  bus.fire('CUSTOM', (event) => {
    for (const [name, value] of headers) event.add(name, value);
  }, { subclass: CALLCENTER_INFO, origin: action });
}

/** callcenter::info with everything about a leg. */
export function fireChannelInfo(channel: Channel, origin: string, headers: readonly Header[]): void {
  channel.emit('CUSTOM', { after: headers, subclass: CALLCENTER_INFO, origin });
}

export function fireMembersCount(bus: EventBus, store: CallcenterStore, queue: string): void {
  const count = store.membersOf(queue).filter(({ state }) => state === 'Waiting' || state === 'Trying').length;
  fireInfo(bus, 'members-count', [
    ['CC-Queue', queue],
    ['CC-Action', 'members-count'],
    ['CC-Count', String(count)],
    ['CC-Selection', 'Single-Queue'],
  ]);
}
