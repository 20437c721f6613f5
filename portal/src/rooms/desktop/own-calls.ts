import type { LiveCall } from '../../live/messages';

/** The calls that an agent's phone is on or rung for: one that was given away is no longer. @param extension of the agent's seat */
export function ownCalls(calls: readonly LiveCall[], number: string, extension: string | null): LiveCall[] {
  return calls.filter((call) => call.offered_to === number || (extension !== null && isOn(call, extension)));
}

function isOn({ seats, direction, from, state }: LiveCall, extension: string): boolean {
  // while the other side rings, the phone that placed the call is on it, too
  return seats.includes(extension) || (direction !== 'inbound' && from === extension && state !== 'ended');
}

export interface PairedCall<L> {
  key: string;
  call: LiveCall | null;
  line: L | null;
}

/** The switch's view of a call and the phone's, by the other party: either may be known a moment before the other. */
export function pairCalls<L extends { id: string; party: string }>(calls: readonly LiveCall[], lines: readonly L[]): PairedCall<L>[] {
  const free = [...lines];
  const paired = calls.map((call) => {
    const at = free.findIndex(({ party }) => party === call.from || party === call.to);
    const [line = null] = at < 0 ? [] : free.splice(at, 1);
    return { key: call.uuid, call, line };
  });
  return [...paired, ...free.map((line) => ({ key: line.id, call: null, line }))];
}
