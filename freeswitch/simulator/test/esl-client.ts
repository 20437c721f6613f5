import { connect, type Socket } from 'node:net';

export type Headers = Readonly<Record<string, string>>;

/** A plain event socket client for tests; headers of events stay as they came, percent-encoded. */
export class EslClient {
  readonly events: Headers[] = [];
  readonly raw: Buffer[] = [];
  private buffer = '';
  private readonly replies: { headers: Headers; body: string }[] = [];
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => {
      this.raw.push(bytes);
      this.buffer += bytes.toString('latin1');
      this.cut();
    });
  }

  static async open(port: number, password = 'ClueCon'): Promise<EslClient> {
    const socket = connect(port, '127.0.0.1');
    const client = new EslClient(socket);
    await client.reply();
    await client.send(`auth ${password}`);
    return client;
  }

  async send(command: string): Promise<string> {
    this.socket.write(`${command}\n\n`, 'latin1');
    const { headers, body } = await this.reply();
    return headers['Content-Type'] === 'api/response' ? body : (headers['Reply-Text'] ?? '');
  }

  api(command: string): Promise<string> {
    return this.send(`api ${command}`);
  }

  close(): void {
    this.socket.destroy();
  }

  /** The first event that matches, waiting for it at most 20 s. */
  async event(match: (headers: Headers) => boolean): Promise<Headers> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = this.events.find(match);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`no such event among ${this.events.length}: ${match.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async reply(): Promise<{ headers: Headers; body: string }> {
    while (this.replies.length === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.replies.shift() as { headers: Headers; body: string };
  }

  private cut(): void {
    for (let end = this.buffer.indexOf('\n\n'); end >= 0; end = this.buffer.indexOf('\n\n')) {
      const headers = parseHeaders(this.buffer.slice(0, end));
      const length = Number(headers['Content-Length'] ?? 0);
      if (this.buffer.length < end + 2 + length) return;
      const body = this.buffer.slice(end + 2, end + 2 + length);
      this.buffer = this.buffer.slice(end + 2 + length);
      if (headers['Content-Type'] === 'text/event-plain') this.events.push(parseHeaders(body.split('\n\n')[0] ?? ''));
      else if (headers['Content-Type'] === 'text/event-json') this.events.push(JSON.parse(body) as Headers);
      else {
        this.replies.push({ headers, body });
        this.waiting.shift()?.();
      }
    }
  }
}

export function parseHeaders(text: string): Headers {
  const pairs = text.split('\n').filter((line) => line.includes(': ')).map((line): [string, string] => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), line.slice(at + 2)];
  });
  return Object.fromEntries(pairs);
}
