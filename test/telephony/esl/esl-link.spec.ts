import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { backoffDelay } from '../../../src/telephony/esl/backoff';
import {
  legExistsCommand,
  reloadXmlCommand,
  setLegTextCommand,
  statusCommand,
} from '../../../src/telephony/esl/commands';
import { EslLink, type EslLinkEvents, type EslLinkOptions } from '../../../src/telephony/esl/esl-link';
import { randomChunks, seededRandom, transcript } from '../transcripts';

const UUID = '4f236891-fbee-42a6-9673-d7b573c5a171';

/** The other end of the wire: speaks the event socket's greeting; a test says what else it answers. */
class ScriptedSwitch {
  readonly received: string[] = [];
  readonly sockets: Socket[] = [];
  connections = 0;
  coreUuid = 'core-1';
  password = 'secret';
  greeting = 'Content-Type: auth/request\n\n';
  answer: (command: string, socket: Socket) => void = (command, socket) => this.answerApi(socket, `+OK ${command}`);

  private constructor(private readonly server: Server) {}

  static async open(): Promise<ScriptedSwitch> {
    const server = createServer();
    const opened = new ScriptedSwitch(server);
    server.on('connection', (socket) => opened.serve(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return opened;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get socket(): Socket {
    return this.sockets[this.sockets.length - 1] as Socket;
  }

  reply(socket: Socket, text: string): void {
    socket.write(`Content-Type: command/reply\nReply-Text: ${text}\n\n`);
  }

  answerApi(socket: Socket, text: string): void {
    socket.write(`Content-Type: api/response\nContent-Length: ${Buffer.byteLength(text)}\n\n${text}`);
  }

  event(socket: Socket, text: string): void {
    socket.write(`Content-Length: ${Buffer.byteLength(text)}\nContent-Type: text/event-plain\n\n${text}`);
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write(this.greeting);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const command = text.slice(0, end);
        text = text.slice(end + 2);
        this.received.push(command);
        this.handle(command, socket);
      }
    });
  }

  private handle(command: string, socket: Socket): void {
    if (command.startsWith('auth ')) {
      this.reply(socket, command === `auth ${this.password}` ? '+OK accepted' : '-ERR invalid');
    } else if (command.startsWith('event plain')) {
      this.reply(socket, '+OK event listener enabled plain');
    } else if (command === 'api global_getvar core_uuid') {
      this.answerApi(socket, this.coreUuid);
    } else if (command !== 'exit') {
      this.answer(command, socket);
    }
  }
}

function next<K extends keyof EslLinkEvents>(link: EslLink, name: K): Promise<EslLinkEvents[K]> {
  return new Promise((resolve) => {
    const listener = (...args: EslLinkEvents[K]): void => {
      link.off(name, listener);
      resolve(args);
    };
    link.on(name, listener);
  });
}

describe('EslLink over a real socket', () => {
  let peer: ScriptedSwitch;
  let link: EslLink;

  function linkWith(options: Partial<EslLinkOptions> = {}): EslLink {
    link = new EslLink({
      host: '127.0.0.1',
      port: peer.port,
      password: 'secret',
      events: ['CHANNEL_CREATE'],
      subclasses: ['callcenter::info'],
      reconnectLeastMs: 1,
      reconnectMostMs: 5,
      ...options,
    });
    return link;
  }

  async function up(options: Partial<EslLinkOptions> = {}): Promise<EslLink> {
    linkWith(options);
    const ready = next(link, 'up');
    link.start();
    await ready;
    return link;
  }

  beforeEach(async () => {
    peer = await ScriptedSwitch.open();
  });

  afterEach(async () => {
    await link.stop();
    await peer.close();
  });

  it('signs in, subscribes narrowly, learns the core, then is up', async () => {
    linkWith();
    const ready = next(link, 'up');
    link.start();
    expect(await ready).toEqual([{ coreUuid: 'core-1', restarted: false }]);
    expect(peer.received).toEqual([
      'auth secret',
      'event plain HEARTBEAT BACKGROUND_JOB CHANNEL_CREATE CUSTOM callcenter::info',
      'api global_getvar core_uuid',
    ]);
  });

  it('gives each of many commands its own reply, in whatever pieces they come', async () => {
    await up();
    const random = seededRandom(7);
    peer.answer = (command, socket) => {
      const text = `Content-Type: api/response\nContent-Length: ${command.length}\n\n${command}`;
      for (const part of randomChunks(Buffer.from(text), random, 9)) socket.write(part);
    };
    const notes = Array.from({ length: 300 }, (_, at) => setLegTextCommand(UUID, 'note', `note ${at}`));
    const replies = await Promise.all(notes.map((note) => link.api(note)));
    expect(replies).toEqual(notes.map((note) => ({ ok: true, text: `api ${note}` })));
  });

  it('reads -ERR and -USAGE as refusals, also where rights turn the api answer into a command reply', async () => {
    await up();
    peer.answer = (_command, socket) => peer.answerApi(socket, '-ERR Agent not found!\n');
    expect(await link.api(statusCommand())).toEqual({ ok: false, reason: 'Agent not found!' });
    peer.answer = (_command, socket) => peer.reply(socket, '-ERR permission denied');
    expect(await link.api(statusCommand())).toEqual({ ok: false, reason: 'permission denied' });
    peer.answer = (_command, socket) => peer.answerApi(socket, 'true');
    expect(await link.api(legExistsCommand(UUID))).toEqual({ ok: true, text: 'true' });
  });

  it('swallows a late reply in its own place and never hands it to the next command', async () => {
    await up();
    let held: Socket | undefined;
    peer.answer = (_command, socket) => (held = socket);
    await expect(link.api(statusCommand(), 20)).rejects.toMatchObject({ code: 'deadline' });
    peer.answer = (_command, socket) => {
      peer.answerApi(held as Socket, 'late answer to the first');
      peer.answerApi(socket, 'answer to the second');
    };
    expect(await link.api(reloadXmlCommand())).toEqual({ ok: true, text: 'answer to the second' });
    expect(link.up).toBe(true);
  });

  it('gives up a connection on which a reply stays owed', async () => {
    await up({ stuckReplyMs: 20 });
    peer.answer = () => undefined;
    const down = next(link, 'down');
    await expect(link.api(statusCommand(), 10)).rejects.toMatchObject({ code: 'deadline' });
    expect(await down).toEqual([{ reason: 'a reply is missing' }]);
  });

  it('rejects all that waits when the connection is reset, and comes back', async () => {
    await up();
    peer.answer = (command, socket) => {
      if (command.startsWith('bgapi')) peer.reply(socket, '+OK');
      else socket.resetAndDestroy();
    };
    const back = next(link, 'up');
    const waiting = await Promise.allSettled([
      link.bgapi(statusCommand()),
      link.api(statusCommand()),
      link.api(reloadXmlCommand()),
    ]);
    expect(waiting.map((each) => each.status === 'rejected' && (each.reason as { code: string }).code)).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
    await expect(link.api(statusCommand())).rejects.toMatchObject({ code: 'closed' });
    expect(await back).toEqual([{ coreUuid: 'core-1', restarted: false }]);
    expect(peer.connections).toBe(2);
  });

  it('says so when the switch came back as another core', async () => {
    await up();
    const back = next(link, 'up');
    peer.coreUuid = 'core-2';
    peer.socket.end();
    expect(await back).toEqual([{ coreUuid: 'core-2', restarted: true }]);
  });

  it('resolves a background job with its output, even when the output overtakes the reply', async () => {
    await up();
    peer.answer = (command, socket) => {
      const job = /Job-UUID: (.*)/.exec(command)?.[1] ?? '';
      peer.event(socket, `Event-Name: BACKGROUND_JOB\nJob-UUID: ${job}\nContent-Length: 8\n\n+OK done`);
      peer.reply(socket, `+OK Job-UUID: ${job}`);
    };
    expect(await link.bgapi(reloadXmlCommand())).toEqual({ ok: true, text: '+OK done' });
  });

  it('a job has a deadline, its late output is dropped, a refused job fails at once', async () => {
    await up();
    peer.answer = (_command, socket) => peer.reply(socket, '+OK');
    await expect(link.bgapi(reloadXmlCommand(), 15)).rejects.toMatchObject({ code: 'deadline' });
    const job = /Job-UUID: (.*)/.exec(peer.received[peer.received.length - 1] ?? '')?.[1];
    peer.event(peer.socket, `Event-Name: BACKGROUND_JOB\nJob-UUID: ${job}\nContent-Length: 3\n\n+OK`);
    peer.answer = (_command, socket) => peer.reply(socket, '-ERR permission denied');
    expect(await link.bgapi(reloadXmlCommand())).toEqual({ ok: false, reason: 'permission denied' });
  });

  it('gives up a switch that has lost its pulse and reconnects', async () => {
    linkWith({ heartbeatDeadlineMs: 40 });
    const downs: string[] = [];
    link.on('down', ({ reason }) => downs.push(reason));
    const ready = next(link, 'up');
    link.start();
    await ready;
    const again = next(link, 'up');
    await again;
    expect(downs).toEqual(['no heartbeat']);
  });

  it('a heartbeat keeps it', async () => {
    await up({ heartbeatDeadlineMs: 500 });
    const beat = setInterval(() => peer.event(peer.socket, 'Event-Name: HEARTBEAT\n\n'), 20);
    await new Promise((resolve) => setTimeout(resolve, 700));
    clearInterval(beat);
    expect([link.up, peer.connections]).toEqual([true, 1]);
  });

  it('tells a wrong password from a closed door', async () => {
    peer.password = 'another';
    linkWith();
    const wrong = next(link, 'refused');
    link.start();
    expect(await wrong).toEqual(['password']);
    const acl = next(link, 'refused');
    peer.greeting = 'Content-Type: text/rude-rejection\nContent-Length: 24\n\nAccess Denied, go away.\n';
    expect(await acl).toEqual(['acl']);
    peer.password = 'secret';
    peer.greeting = 'Content-Type: auth/request\n\n';
    await next(link, 'up');
  });

  it('leaves when the switch says it is closing, and when it talks nonsense', async () => {
    await up();
    const reasons: string[] = [];
    link.on('down', ({ reason }) => reasons.push(reason));
    for (const words of [
      'Content-Type: text/disconnect-notice\nContent-Length: 4\n\nbye\n',
      'Content-Type: api/response\nContent-Length: -1\n\n',
      'no frame at all\n\n',
      'Content-Type: command/reply\nReply-Text: +OK\n\n',
    ]) {
      const back = next(link, 'up');
      peer.socket.write(words);
      await back;
    }
    expect(reasons).toEqual([
      'the switch is closing the connection',
      'the stream cannot be read: bad-length',
      'the stream cannot be read: not-a-frame',
      'a reply that nothing asked for',
    ]);
  });

  it('keeps trying while nobody listens', async () => {
    linkWith();
    await peer.close();
    link.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(link.up).toBe(false);
    await expect(link.api(statusCommand())).rejects.toMatchObject({ code: 'closed' });
    peer = await ScriptedSwitch.open();
  });

  it('passes on a recorded stream, hostile one included, whatever its chunks', async () => {
    await up();
    const names: string[] = [];
    const done = new Promise<void>((resolve) =>
      link.on('event', (event) => {
        names.push(event.name);
        if (names.filter((name) => name === 'CHANNEL_DESTROY').length === 2) resolve();
      }),
    );
    const bytes = transcript('hostile-display-name.plain.esl');
    const events = bytes.subarray(bytes.indexOf('Content-Length'));
    for (const part of randomChunks(events, seededRandom(3), 3000)) peer.socket.write(part);
    await done;
    expect(names.filter((name) => name === 'CUSTOM')).toHaveLength(11);
    expect(link.up).toBe(true);
  });
});

describe('backoffDelay', () => {
  it.each([
    [0, 0, 125], // half of 250
    [0, 1, 250],
    [1, 0, 250], // half of 250 · 2
    [3, 0.5, 1500], // 1000 + 0.5 · 1000
    [10, 1, 15000], // 250 · 1024, capped
    [30, 0, 7500],
  ])('attempt %i with luck %d waits %i ms', (attempt, luck, delay) => {
    expect(backoffDelay(attempt, 250, 15000, () => luck)).toBe(delay);
  });
});
