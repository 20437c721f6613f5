import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { parseConfig, type SimulatorConfig } from '../config';
import { startSimulator, type RunningSimulator } from '../simulator';
import { EslClient } from './esl-client';
import { ProductStub } from './product-stub';

export interface CallView {
  readonly callId: string;
  readonly uuid: string;
  readonly state: string;
  readonly sipStatus?: number;
  readonly heard: readonly string[];
}

/** A simulator with a product stub, an event client and its control door, all over real sockets. */
export class Rig {
  readonly product = new ProductStub();
  readonly directory = mkdtempSync(join(tmpdir(), 'simulator-'));
  readonly spool = join(this.directory, 'spool');
  esl!: EslClient;
  private simulator!: RunningSimulator;

  async start(changes: Record<string, unknown> = {}): Promise<this> {
    const base = await this.product.listen();
    this.config = parseConfig(JSON.stringify({
      switchname: 'sw1',
      stateDir: join(this.directory, 'state'),
      xml: { url: `${base}/xml`, username: 'switch', password: 'xml-secret' },
      cdr: { url: `${base}/cdr`, username: 'switch', password: 'cdr-secret', spoolDir: this.spool },
      trunkContext: 'inbound',
      profiles: { trunk: 'trunks' },
      ...changes,
    }));
    await this.boot();
    return this;
  }

  private config!: SimulatorConfig;

  async boot(): Promise<void> {
    this.simulator = await startSimulator(this.config);
    this.esl = await EslClient.open(this.simulator.ports.eventSocket);
    await this.esl.send('event plain ALL');
  }

  async restart(): Promise<void> {
    this.esl.close();
    await this.simulator.stop();
    await this.boot();
  }

  get ports(): RunningSimulator['ports'] {
    return this.simulator.ports;
  }

  async stop(): Promise<void> {
    this.esl.close();
    await this.simulator.stop();
    this.product.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  async control(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await fetch(`http://127.0.0.1:${this.simulator.ports.control}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  }

  /** Registers the phone of a seat and makes its agent, in that queue. */
  async agent(number: string, domain: string, queue: string, behaviour: object, legTimeout = 8): Promise<void> {
    const name = `${number}@${domain}`;
    const phone = { user: number, domain, password: `secret-${number}`, ...behaviour };
    expect(await this.control('POST', '/phones', phone)).toMatchObject({ status: 200 });
    for (const command of [
      `agent add ${name} callback`,
      `agent set contact ${name} [leg_timeout=${legTimeout}]user/${name}`,
      `agent set wrap_up_time ${name} 1`,
      `agent set busy_delay_time ${name} 1`,
      `agent set reject_delay_time ${name} 1`,
      `agent set no_answer_delay_time ${name} 1`,
      `tier add ${queue} ${name} 1 1`,
    ]) expect(await this.callcenterConfig(command)).toBe('+OK\n');
  }

  callcenterConfig(command: string): Promise<string> {
    return this.esl.api(`callcenter_config ${command}`);
  }

  /** The JSON twin's answer. */
  async callcenterJson(data: object): Promise<Record<string, unknown>> {
    const request = JSON.stringify({ command: 'callcenter_config', data });
    return JSON.parse(await this.esl.api(`json ${request}`)) as Record<string, unknown>;
  }

  async available(name: string): Promise<void> {
    expect(await this.callcenterConfig(`agent set status ${name} 'Available'`)).toBe('+OK\n');
  }

  /** Places a call from the trunk. @returns its id, which is also the channel's UUID */
  async call(request: object): Promise<string> {
    const { callId } = await this.control('POST', '/calls', request);
    return String(callId);
  }

  async callView(id: string): Promise<CallView> {
    return (await this.control('GET', `/calls/${id}`)) as unknown as CallView;
  }

  /** Waits until the caller's leg and every other are gone and their CDRs came in. */
  async quiet(cdrs: number): Promise<void> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const { channels } = await this.control('GET', '/state');
      if (channels === 0 && this.product.cdrs.length >= cdrs) return;
      if (Date.now() > deadline) {
        throw new Error(`${String(channels)} channels, ${this.product.cdrs.length} of ${cdrs} CDRs after 20 s`);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}
