import { createServer, type AddressInfo, type Server } from 'node:net';

import type { SimulatedSwitch } from '../simulated-switch';
import { Connection } from './connection';

/** The inbound event socket. */
export class EventSocketServer {
  private readonly server: Server;
  private readonly connections = new Set<Connection>();

  constructor(private readonly sw: SimulatedSwitch) {
    this.server = createServer((socket) => {
      socket.setNoDelay(true);
      const connection = new Connection(sw, socket);
      this.connections.add(connection);
      void connection.closed.then(() => this.connections.delete(connection));
    });
  }

  /** @returns the port it listens on. */
  listen(): Promise<number> {
    const { host, port } = this.sw.config.eventSocket;
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => resolve((this.server.address() as AddressInfo).port));
    });
  }

  close(): void {
    for (const connection of this.connections) connection.disconnect('The system is being shut down.\n');
    this.server.close();
  }
}
