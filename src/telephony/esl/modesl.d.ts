/** The parts of modesl 1.2.1 that the adapter stands on; the package has no types of its own. */
declare module 'modesl' {
  import type { EventEmitter } from 'node:events';
  import type { Socket } from 'node:net';

  export class Connection {
    /** A socket that the switch has opened, or the address of a switch and its password. */
    constructor(...target: [socket: Socket] | [host: string, port: number, password: string]);
    socket: Socket | null;
    connecting: boolean;
    on(event: string, listener: (...args: unknown[]) => void): this;
    send(command: string, headers?: Record<string, string>): void;
    _onConnect(): void;
  }

  export class Parser {
    constructor(socket: EventEmitter);
    on(event: string, listener: (event: Event) => void): this;
  }

  export interface Event {
    getHeader(name: string): string | null;
  }
}
