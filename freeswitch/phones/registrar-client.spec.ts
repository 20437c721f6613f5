import { createHash } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { register } from './registrar-client';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const header = (text: string, name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(text)?.[1]?.trim() ?? '';

/** A registrar with one user, who may register at one host; it loses the first datagram that it is sent. */
class Registrar {
  readonly socket: Socket = createSocket('udp4');
  readonly contacts: string[] = [];
  private lost = false;

  async listen(): Promise<number> {
    this.socket.on('message', (message, { port }) => {
      if (this.lost) this.socket.send(this.answer(message.toString()), port, '127.0.0.1');
      this.lost = true;
    });
    await new Promise<void>((bound) => this.socket.bind(0, '127.0.0.1', bound));
    return this.socket.address().port;
  }

  private answer(request: string): string {
    const authorization = header(request, 'Authorization');
    const copied = ['Via', 'From', 'To', 'Call-ID', 'CSeq'].map((name) => `${name}: ${header(request, name)}`);
    const reply = (status: string, ...more: string[]) => [`SIP/2.0 ${status}`, ...copied, ...more, '', ''].join('\r\n');
    if (authorization === '') return reply('401 Unauthorized', 'WWW-Authenticate: Digest realm="a.test", nonce="n1"');
    const field = (name: string) => new RegExp(`\\b${name}="?([^",]*)`).exec(authorization)?.[1] ?? '';
    const a1 = md5('1001:a.test:secret');
    const a2 = md5(`REGISTER:${field('uri')}`);
    const right = md5(`${a1}:n1:${field('nc')}:${field('cnonce')}:auth:${a2}`);
    if (field('response') !== right || field('realm') !== 'a.test') return reply('403 Forbidden');
    if (!header(request, 'To').includes('@a.test>')) return reply('403 Forbidden');
    this.contacts.push(`${header(request, 'Contact')} ${header(request, 'Expires')}`);
    return reply('200 OK');
  }
}

describe('register', () => {
  const registrar = new Registrar();
  let address: { host: string; port: number };
  beforeAll(async () => {
    address = { host: '127.0.0.1', port: await registrar.listen() };
  });
  afterAll(() => registrar.socket.close());
  const contact = { host: '127.0.0.1', port: 4711 };
  const account = { domain: 'a.test', user: '1001', password: 'secret' };

  it('registers the contact, though a datagram is lost', async () => {
    await expect(register(account, contact, address, 60)).resolves.toBe(200);
    expect(registrar.contacts).toEqual(['<sip:1001@127.0.0.1:4711> 60']);
  });

  it.each([
    ['a wrong password', { ...account, password: 'guess' }],
    ['another realm', { ...account, authRealm: 'b.test' }],
    ['another host in To', { ...account, toHost: 'b.test' }],
    ['another user', { ...account, user: '1002' }],
  ])('brings the refusal of %s', async (_what, wrong) => {
    await expect(register(wrong, contact, address, 60)).resolves.toBe(403);
  });
});
