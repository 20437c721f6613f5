import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { withFreePorts } from './free-ports';

describe('withFreePorts', () => {
  it('keeps what is given and fills in ports that TCP and UDP can both have', async () => {
    const asked = { eventSocket: 0, internal: 0, external: 0, ws: 0, wss: 0, rtpFirst: 16384, rtpLast: 32766 };
    const { rtpFirst, rtpLast, ...found } = await withFreePorts(asked, '127.0.0.1');
    expect([rtpFirst, rtpLast]).toEqual([16384, 32766]);
    const ports = Object.values(found);
    expect(new Set(ports).size).toBe(5);
    for (const port of ports) {
      const udp = createSocket('udp4');
      const tcp = createServer();
      await new Promise<void>((bound) => udp.bind(port, '127.0.0.1', bound));
      await new Promise<void>((bound) => tcp.listen(port, '127.0.0.1', bound));
      await new Promise<void>((closed) => udp.close(closed));
      await new Promise((closed) => tcp.close(closed));
    }
  });
});
