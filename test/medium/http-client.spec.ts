import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../src/platform/config/config';
import { HostAddresses } from '../../src/platform/http-client/host-addresses';
import { HttpClient } from '../../src/platform/http-client/http-client';

const ENVIRONMENT = {
  DATABASE_URL: 'mysql://user:password@127.0.0.1:3306/seatline',
  REDIS_URL: 'redis://127.0.0.1:6379/0',
  JWT_SECRET: 'x'.repeat(32),
  MASTER_KEY: Buffer.alloc(32).toString('base64'),
  ESL_PASSWORD: 'event-socket-password',
  SWITCH_SECRET: 'twenty-characters-or-more',
};

/** A name server of the test's: each question gets the next of its answers. */
class Names extends HostAddresses {
  asked: string[] = [];

  constructor(private readonly answers: string[][]) {
    super();
  }

  override of(host: string): Promise<string[]> {
    this.asked.push(host);
    return Promise.resolve(this.answers[this.asked.length - 1] ?? []);
  }
}

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

async function serve(answer: RequestListener, address = '127.0.0.1', port = 0): Promise<{ port: number; heard: IncomingMessage[]; connections: () => number }> {
  const heard: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  server.on('connection', () => (connections += 1));
  servers.push(server);
  await new Promise<void>((ready) => server.listen(port, address, ready));
  return { port: (server.address() as AddressInfo).port, heard, connections: () => connections };
}

function client(names: HostAddresses, over: Record<string, string> = {}): HttpClient {
  return new HttpClient(readConfig({ ...ENVIRONMENT, OUTGOING_LOOPBACK: 'true', ...over }), names);
}

const get = (port: number, path = '/') => ({ method: 'GET' as const, url: `http://127.0.0.1:${port}${path}` });

it('sends what it is given and hands over the answer, whatever its status', async () => {
  const bodies: string[] = [];
  const { port, heard } = await serve((request, response) => {
    request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
    request.on('end', () => response.writeHead(503, { 'retry-after': '7' }).end('later'));
  });
  const answer = await client(new HostAddresses()).send({ ...get(port, '/hooks?a=b'), method: 'POST', headers: { 'x-a': 'b' }, body: '{"a":"é"}' });
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '7' } });
  expect(answer.body.toString()).toBe('later');
  expect(bodies.join('')).toBe('{"a":"é"}');
  expect(heard[0]).toMatchObject({ method: 'POST', url: '/hooks?a=b', headers: { 'x-a': 'b', host: `127.0.0.1:${port}` } });
});

it('answers like fetch for libraries', async () => {
  const { port } = await serve((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":"x"}'));
  const { fetch } = client(new HostAddresses());
  const response = await fetch(`http://127.0.0.1:${port}/.well-known/openid-configuration`, { headers: { accept: 'application/json' } });
  expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([200, 'application/json', { issuer: 'x' }]);
});

it('asks a stand-in for a host that is told to have one, by http, and nobody else', async () => {
  const { port, heard } = await serve((_, response) => response.end('policy'));
  const names = new Names([[]]);
  const standIn = client(names, { OUTGOING_LOOPBACK: 'false', OUTGOING_STAND_INS: `crm.example.com=${port}` });
  const answer = await standIn.send({ method: 'GET', url: 'https://crm.example.com/policies/1?a=b' });
  expect([answer.body.toString(), heard[0]?.url]).toEqual(['policy', '/policies/1?a=b']);
  await expect(standIn.send({ method: 'GET', url: 'https://other.example.com/' })).rejects.toMatchObject({ failure: 'unknown_host' });
});

it('follows no redirect', async () => {
  const inner = await serve((_request, response) => response.end('secret'));
  const { port } = await serve((_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/` }).end());
  expect((await client(new HostAddresses()).send(get(port))).status).toBe(302);
  expect(inner.heard).toHaveLength(0);
});

it.each([
  ['a private address', [['10.0.0.1']]],
  ['the metadata of a cloud', [['169.254.169.254']]],
  ['this machine', [['127.0.0.1']]],
  ['a mapped address', [['::ffff:127.0.0.1']]],
  ['one private address among public ones', [['93.184.216.34', '192.168.1.1']]],
])('asks no host that leads to %s', async (_, answers) => {
  const names = new Names(answers);
  const sending = client(names, { OUTGOING_LOOPBACK: 'false' }).send({ method: 'GET', url: 'https://hooks.example.test/' });
  await expect(sending).rejects.toMatchObject({ failure: 'refused', message: 'The host does not lead to a public address.' });
});

it('asks no host that has no address', async () => {
  const sending = client(new Names([[]])).send({ method: 'GET', url: 'https://nowhere.example.test/' });
  await expect(sending).rejects.toMatchObject({ failure: 'unknown_host' });
});

it.each(['http://example.test/', 'https://example.test:22/', 'https://u:p@example.test/', 'https://192.168.0.1/'])('does not even ask for the address of %s', async (url) => {
  const names = new Names([['93.184.216.34']]);
  await expect(client(names).send({ method: 'GET', url })).rejects.toMatchObject({ failure: 'refused' });
  expect(names.asked).toEqual([]);
});

it('goes to the address that it has checked, whatever the name says a moment later', async () => {
  const first = await serve((_request, response) => response.end('first'));
  const second = await serve((_request, response) => response.end('second'), '127.0.0.2', first.port);
  const names = new Names([['127.0.0.1'], ['127.0.0.2'], ['127.0.0.2']]);
  const sender = client(names, { OUTGOING_PORTS: String(first.port) });
  // by https, since a name is asked in no other way; the server speaks none, but it is reached
  await expect(sender.send({ method: 'GET', url: `https://rebinding.example.test:${first.port}/` })).rejects.toMatchObject({ failure: 'unreachable' });
  expect(names.asked).toEqual(['rebinding.example.test']);
  expect([first.connections(), second.connections()]).toEqual([1, 0]);
});

it('does not wait for ever, neither for an answer nor for its end', async () => {
  const { port } = await serve((request, response) => {
    if (request.url === '/half') response.writeHead(200).write('half');
  });
  for (const path of ['/none', '/half']) {
    await expect(client(new HostAddresses()).send({ ...get(port, path), timeoutMs: 200 })).rejects.toMatchObject({ failure: 'too_late' });
  }
});

it('does not wait for ever for a name', async () => {
  class Silent extends HostAddresses {
    override of(): Promise<string[]> {
      return new Promise(() => undefined);
    }
  }
  const sending = client(new Silent()).send({ method: 'GET', url: 'https://slow.example.test/', timeoutMs: 200 });
  await expect(sending).rejects.toMatchObject({ failure: 'too_late' });
});

it('reads no more than it was told to', async () => {
  const { port } = await serve((_request, response) => response.end('x'.repeat(2000)));
  const sender = client(new HostAddresses());
  await expect(sender.send({ ...get(port), maxBytes: 1999 })).rejects.toMatchObject({ failure: 'too_large' });
  expect((await sender.send({ ...get(port), maxBytes: 2000 })).body).toHaveLength(2000);
});

it('tells a connection that broke off', async () => {
  const { port } = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('some');
    response.socket?.destroy();
  });
  await expect(client(new HostAddresses()).send(get(port))).rejects.toMatchObject({ failure: 'unreachable' });
});
