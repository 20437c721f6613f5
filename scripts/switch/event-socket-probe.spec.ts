import { createServer, type Server } from 'node:net';
import { type AddressInfo } from 'node:net';
import { probeEventSocket } from './event-socket-probe';

/** Speaks just the event socket's sign-in and one api answer, the latter in pieces. */
function eventSocket(password: string, status: string): Server {
  return createServer((socket) => {
    socket.write('Content-Type: auth/request\n\n');
    socket.on('data', (data) => {
      const command = data.toString();
      if (command === 'api status\n\n') {
        socket.write(`Content-Type: api/response\nContent-Length: ${Buffer.byteLength(status)}\n\n`);
        for (const letter of status) socket.write(letter);
      } else if (command === `auth ${password}\n\n`) {
        socket.write('Content-Type: command/reply\nReply-Text: +OK accepted\n\n');
      } else {
        socket.write('Content-Type: command/reply\nReply-Text: -ERR invalid\n\n');
      }
    });
    socket.on('error', () => undefined);
  });
}

describe('probeEventSocket', () => {
  const server = eventSocket('right', 'UP 0 years\nFreeSWITCH is ready\n');
  let port: number;
  beforeAll((done) => {
    server.listen(0, '127.0.0.1', () => {
      port = (server.address() as AddressInfo).port;
      done();
    });
  });
  afterAll((done) => void server.close(done));

  it('brings the whole status', async () => {
    await expect(probeEventSocket('127.0.0.1', port, 'right', 2000)).resolves.toBe('UP 0 years\nFreeSWITCH is ready\n');
  });

  it('tells a refused password from a switch that is not there', async () => {
    await expect(probeEventSocket('127.0.0.1', port, 'wrong', 2000)).rejects.toThrow(/refused the password/);
    await expect(probeEventSocket('127.0.0.1', 1, 'right', 2000)).rejects.toThrow(/ECONNREFUSED/);
  });
});
