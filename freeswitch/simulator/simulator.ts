import type { SimulatorConfig } from './config';
import { ControlServer } from './control/control-server';
import { EventSocketServer } from './event-socket/server';
import { SimulatedSwitch } from './simulated-switch';

export interface RunningSimulator {
  readonly ports: { readonly eventSocket: number; readonly control: number };
  /** Clears all calls, sends their CDRs and closes everything. */
  stop(): Promise<void>;
}

/** Loads the modules and opens the doors; resolves when the switch is ready. */
export async function startSimulator(config: SimulatorConfig): Promise<RunningSimulator> {
  const sw = new SimulatedSwitch(config);
  const eventSocket = new EventSocketServer(sw);
  const control = new ControlServer(sw);
  await sw.start();
  const ports = { eventSocket: await eventSocket.listen(), control: await control.listen() };
  return {
    ports,
    stop: async () => {
      await sw.stop();
      eventSocket.close();
      control.close();
    },
  };
}
