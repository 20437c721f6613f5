import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { type SwitchPorts } from './installation';

const tcpPort = (host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });

const udpPortIsFree = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.once('error', () => resolve(false));
    socket.bind(port, host, () => socket.close(() => resolve(true)));
  });

/** Whether a port can be had for TCP and UDP alike, as a SIP profile takes both. */
export async function portIsFree(host: string, port: number): Promise<boolean> {
  try {
    await tcpPort(host, port);
    return await udpPortIsFree(host, port);
  } catch {
    return false;
  }
}

/** A port that is free for TCP and UDP alike. */
export async function freePort(host: string): Promise<number> {
  for (;;) {
    const port = await tcpPort(host, 0);
    if (await udpPortIsFree(host, port)) return port;
  }
}

/** Replaces each 0 by a free port, no two alike. */
export async function withFreePorts(ports: SwitchPorts, host: string): Promise<SwitchPorts> {
  const taken = new Set(Object.values(ports));
  const filled = { ...ports };
  for (const name of Object.keys(ports) as (keyof SwitchPorts)[]) {
    while (filled[name] === 0) {
      const port = await freePort(host);
      if (!taken.has(port)) filled[name] = port;
      taken.add(port);
    }
  }
  return filled;
}
