import type { EventEmitter } from 'node:events';
import { Parser, type Event as ModeslEvent } from 'modesl';

/** modesl's own parser on a socket, as its users get it: only for measuring ours against it. */
export function openModeslParser(socket: EventEmitter, onEvent: (event: ModeslEvent) => void): void {
  new Parser(socket).on('esl::event', onEvent);
}
