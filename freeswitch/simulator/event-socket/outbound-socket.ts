import { connect, type Socket } from 'node:net';

import type { Application } from '../applications/application';
import { park } from '../applications/park';
import { separateWords } from '../core/separate-string';
import { Connection } from './connection';

const DEFAULT_PORT = 8084;

/** `socket host[:port][|host[:port]…] [async] [full]`: the leg is controlled by whoever listens there. */
export const outboundSocket: Application = async (sw, channel, argument) => {
  const [hosts = '', ...options] = separateWords(argument, 80);
  const socket = await reachOne(hosts.split('|'));
  if (!socket) return;
  channel.set('socket_host', socket.remoteAddress ?? '');
  const isAsync = options.includes('async');
  const connection = new Connection(sw, socket, { channel, async: isAsync, full: options.includes('full') });
  if (!isAsync) {
    await Promise.race([connection.closed, channel.waitUntil(() => !channel.ready)]);
    return;
  }
  let resumed = false;
  void connection.closed.then(() => {
    resumed = channel.isTrue('socket_resume');
    channel.wake();
  });
  await park(sw, channel, () => resumed);
};

/** The first address that answers; none is no error: the dialplan goes on. */
async function reachOne(hosts: readonly string[]): Promise<Socket | undefined> {
  for (const address of hosts) {
    const [host = '', port] = address.split(':');
    const socket = await reach(host, Number(port) || DEFAULT_PORT);
    if (socket) return socket;
  }
  return undefined;
}

function reach(host: string, port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => resolve(undefined));
  });
}
