import { join } from 'node:path';
import type { PhoneBehaviour, Phones } from '../../freeswitch/phones/phones';
import { SimulatedPhones } from '../../freeswitch/phones/simulated-phones';
import { SippPhones } from '../../freeswitch/phones/sipp-phones';
import { findFreeSwitch } from '../switch/find-free-switch';
import { startFreeSwitch } from '../switch/start-free-switch';
import { startSimulator } from './simulator';

/** How phones reach the switch: SIP for a real one, the control port for the simulator. */
export type SwitchAddress =
  | { kind: 'freeswitch'; registrarPort: number; trunkPort: number }
  | { kind: 'simulator'; controlUrl: string };

export interface SwitchUnderUs {
  address: SwitchAddress;
  stop(): Promise<void>;
}

export interface SwitchOptions {
  dataDir: string;
  apiUrl: string;
  switchSecret: string;
  eslPassword: string;
  node: string;
  eventSocketPort: number;
  /** Where pages that are phones connect: any free port unless said. A simulator has none. */
  websocketPort?: number;
}

/** What whoever is called beyond the trunk does; without the hanging up, a callback would go on for as long as it is looked at. */
const CALLED: PhoneBehaviour = { kind: 'answer', afterMs: 2_000, hangupAfterMs: 20_000 };

/** A real FreeSWITCH where `FREESWITCH` or the PATH names one, else the simulator. */
export async function startSwitch(options: SwitchOptions): Promise<SwitchUnderUs> {
  const binary = findFreeSwitch(process.env);
  return binary === undefined ? simulated(options) : real(binary, options);
}

/** What pages that are phones are told of the switch that `startSwitch` starts: nothing of a simulator, which speaks no SIP. */
export function phoneSettings(websocketPort: number): { SIP_WEBSOCKET_URL?: string } {
  return findFreeSwitch(process.env) === undefined ? {} : { SIP_WEBSOCKET_URL: `ws://127.0.0.1:${websocketPort}` };
}

/** Where the switch that `startSwitch` starts keeps what it could not deliver. */
export function spoolDirOf(dataDir: string): string {
  return join(directoryOf(dataDir), 'spool');
}

/** Where the switch that `startSwitch` starts writes recordings. */
export function recordingsDirOf(dataDir: string): string {
  return join(directoryOf(dataDir), 'recordings');
}

function directoryOf(dataDir: string): string {
  return join(dataDir, findFreeSwitch(process.env) === undefined ? 'simulator' : 'freeswitch');
}

async function real(binary: string, options: SwitchOptions): Promise<SwitchUnderUs> {
  const running = await startFreeSwitch({
    binary,
    dataDir: options.dataDir,
    node: options.node,
    urls: { xml: `${options.apiUrl}/switch/xml`, cdr: `${options.apiUrl}/switch/cdr` },
    secrets: { eventSocket: options.eslPassword, http: options.switchSecret },
    ports: { eventSocket: options.eventSocketPort, ...(options.websocketPort && { ws: options.websocketPort }) },
  });
  return {
    address: { kind: 'freeswitch', registrarPort: running.sip.internalPort, trunkPort: running.sip.externalPort },
    stop: () => running.stop(),
  };
}

async function simulated(options: SwitchOptions): Promise<SwitchUnderUs> {
  const running = await startSimulator(options);
  await new SimulatedPhones(running.controlUrl).setOutside(CALLED);
  return {
    address: { kind: 'simulator', controlUrl: running.controlUrl },
    stop: () => running.stop(),
  };
}

export function phonesOf(address: SwitchAddress): Phones {
  if (address.kind === 'simulator') return new SimulatedPhones(address.controlUrl);
  const at = (port: number) => ({ host: '127.0.0.1', port });
  return new SippPhones(at(address.registrarPort), at(address.trunkPort));
}
