import type { LiveCall } from './live-view';

/** An agent and the seat where he sits, by its extension. */
export interface SeatedAgent {
  number: string;
  extension: string | null;
}

/** Whether an agent's phone is on a call, or is rung for it by a queue. */
export function isCallOf({ number, extension }: SeatedAgent, call: LiveCall): boolean {
  return isOnCall(extension, call) || call.offeredTo === number;
}

/** Whether a seat's phone is on a call: one that has been given away is no longer whose it was. */
export function isOnCall(extension: string | null, { seats }: LiveCall): boolean {
  return extension !== null && seats.includes(extension);
}

/** A phone that places a call is known by its extension; a caller from outside may claim any number. */
export function isPlacedFrom(extension: string, { direction, from }: LiveCall): boolean {
  return direction !== 'inbound' && from === extension;
}
