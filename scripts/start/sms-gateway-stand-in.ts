import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sms } from '../../src/platform/sms/sms-gateway';

/** Plays the operator's gateway for SMS: takes everything, and sends nothing to anybody. */
export class SmsGatewayStandIn {
  readonly taken: Sms[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.taken.push(JSON.parse(Buffer.concat(chunks).toString()) as Sms);
        response.writeHead(202).end();
      });
    });
  }

  static async start(): Promise<SmsGatewayStandIn> {
    const gateway = new SmsGatewayStandIn();
    await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  /** What SMS_URL says of it. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/send`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
