import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The host of the insurer's own systems in tenants/insurance.yaml. */
export const CRM_HOST = 'crm.insurance.seatline.test';

/** Policies by their numbers; what begins with 9 makes the system behave as bad as any does some day. */
const POLICIES: Record<string, object> = {
  '12345678': { claim: { status: 'decided', amount: 12500, decided_on: '2026-11-20' } },
  '12345679': { claim: { status: 'open' } },
};
export const BREAKS_DOWN = '95030000';
export const ANSWERS_HTML = '92000000';
export const NEVER_ANSWERS = '96000000';

/** Plays the insurer's own systems, of which scripts ask how a claim stands. */
export class InsurersCrm {
  /** Policies that were asked for, in their order. */
  readonly asked: string[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer(({ url = '' }, response) => {
      const policy = url.split('/').at(-1) ?? '';
      this.asked.push(policy);
      answer(policy, response);
    });
  }

  static async start(): Promise<InsurersCrm> {
    const crm = new InsurersCrm();
    await new Promise<void>((resolve) => crm.server.listen(0, '127.0.0.1', resolve));
    return crm;
  }

  /** What OUTGOING_STAND_INS says of it. */
  get standIn(): string {
    return `${CRM_HOST}=${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

function answer(policy: string, response: ServerResponse): void {
  if (policy === NEVER_ANSWERS) return;
  if (policy === BREAKS_DOWN) return void response.writeHead(503).end();
  if (policy === ANSWERS_HTML) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>');
  const found = POLICIES[policy];
  response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
}
