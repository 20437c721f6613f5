import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

import { parseHeaders, type Headers } from './esl-client';

/** The far end of a `socket` application: sends its script one command at a time and keeps all that comes back. */
export class IvrServer {
  readonly received: { headers: Headers; body: string }[] = [];
  private readonly server: Server;
  socket: Socket | undefined;

  constructor(script: (ivr: IvrServer) => Promise<void>) {
    this.server = createServer((socket) => {
      this.socket = socket;
      let buffer = '';
      socket.on('data', (bytes) => {
        buffer += bytes.toString('latin1');
        for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
          const headers = parseHeaders(buffer.slice(0, end));
          const length = Number(headers['Content-Length'] ?? 0);
          if (buffer.length < end + 2 + length) return;
          this.received.push({ headers, body: buffer.slice(end + 2, end + 2 + length) });
          buffer = buffer.slice(end + 2 + length);
        }
      });
      socket.on('error', () => undefined);
      void script(this);
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return (this.server.address() as AddressInfo).port;
  }

  send(command: string): void {
    this.socket?.write(`${command}\n\n`, 'latin1');
  }

  execute(application: string, argument: string): void {
    this.send(`sendmsg\ncall-command: execute\nexecute-app-name: ${application}\nexecute-app-arg: ${argument}`);
  }

  events(): Headers[] {
    return this.received
      .filter(({ headers }) => headers['Content-Type'] === 'text/event-plain')
      .map(({ body }) => parseHeaders(body));
  }

  async event(match: (headers: Headers) => boolean): Promise<Headers> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const found = this.events().find(match);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`the outbound socket heard no such event: ${match.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  close(): void {
    this.socket?.destroy();
    this.server.close();
  }
}
