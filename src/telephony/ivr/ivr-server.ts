import { createServer, type Server, type Socket } from 'node:net';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../../platform/config/config';
import { Log } from '../../platform/logging/log';
import { ControlledLeg } from '../esl/controlled-leg';
import { EslError } from '../esl/esl-error';
import { CallLeader } from './call-leader';

/** Where the switch's application `socket` brings the calls that are led by scripts. */
@Injectable()
export class IvrServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(
    private readonly config: Config,
    private readonly leader: CallLeader,
    private readonly log: Log,
  ) {
    this.server = createServer((socket) => void this.serve(socket));
  }

  async onApplicationBootstrap(): Promise<void> {
    const { IVR_HOST: host, IVR_PORT: port } = this.config;
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, resolve);
    });
  }

  /** Calls under way go on by their dialplans, as if we had died. */
  async onModuleDestroy(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((done) => this.server.close(done));
  }

  private async serve(socket: Socket): Promise<void> {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    let leg: ControlledLeg | null = null;
    try {
      leg = await ControlledLeg.take(socket);
      await this.leader.lead(leg);
    } catch (error) {
      // callers hang up whenever they like
      const isUsual = error instanceof EslError && error.code === 'closed';
      if (!isUsual) this.log.error({ err: error, leg: leg?.uuid }, 'a call could not be led by its script');
    } finally {
      leg?.close();
      socket.destroy();
    }
  }
}
