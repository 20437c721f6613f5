import type { LiveCall } from './live-view';

/** An agent and the seat where he sits, by its extension. */
export interface SeatedAgent {
  number: string;
  extension: string | null;
}

/** Whether an agent talks on a call, is rung for it, or has placed it from his phone. */
export function isCallOf({ number, extension }: SeatedAgent, call: LiveCall): boolean {
  return isTalkOf({ number, extension }, call) || call.offeredTo === number;
}

/** Whether an agent talks on a call, or has placed it from his phone. */
export function isTalkOf({ number, extension }: SeatedAgent, call: LiveCall): boolean {
  return call.agent === number || (extension !== null && isPlacedFrom(extension, call));
}

/** A phone that places a call is known by its extension; a caller from outside may claim any number. */
export function isPlacedFrom(extension: string, { direction, from }: LiveCall): boolean {
  return direction !== 'inbound' && from === extension;
}
