import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Received {
  from: string;
  to: string;
  headers: Map<string, string>;
  subject: string;
  text: string;
}

/** What the server answers to the next DATA instead of taking it, such as `451 later`. */
type Refusal = string;

/** A mail server on loopback that keeps what it is given: the commands of RFC 5321 that a client needs. */
export class SmtpSink {
  readonly received: Received[] = [];
  refusals: Refusal[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    const envelope = { from: '', to: '' };
    let buffer = '';
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 sink.test ESMTP');
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const piece = buffer.slice(0, end);
        buffer = buffer.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          say(this.take(envelope, piece));
        } else if (/^DATA$/i.test(piece)) {
          inData = true;
          say('354 go on');
        } else say(answerTo(piece, envelope));
        if (/^QUIT$/i.test(piece)) socket.end();
      }
    });
  }

  private take(envelope: { from: string; to: string }, raw: string): string {
    const refusal = this.refusals.shift();
    if (refusal !== undefined) return refusal;
    this.received.push({ ...envelope, ...parse(raw.replace(/^\.\./gm, '.')) });
    return '250 taken';
  }
}

function answerTo(line: string, envelope: { from: string; to: string }): string {
  const address = /<(.*?)>/.exec(line)?.[1] ?? '';
  if (/^MAIL FROM:/i.test(line)) envelope.from = address;
  if (/^RCPT TO:/i.test(line)) envelope.to = address;
  return /^QUIT$/i.test(line) ? '221 bye' : '250 ok';
}

function parse(raw: string): Omit<Received, 'from' | 'to'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = new Map(
    head.replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = decoded(rest.join('\r\n\r\n'), headers.get('content-transfer-encoding') ?? '7bit');
  return { headers, subject: wordsOf(headers.get('subject') ?? ''), text: body.toString('utf8').replaceAll('\r\n', '\n').trimEnd() };
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1');
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1');
}

/** RFC 2047; a space between two encoded words is none. */
function wordsOf(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
    (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' '))).toString('utf8'),
  );
}
