import type { Channel } from '../channels/channel';
import type { SimulatedSwitch } from '../simulated-switch';

/** A dialplan application: runs on a leg with its expanded argument, and returns when it is done. */
export type Application = (sw: SimulatedSwitch, channel: Channel, argument: string) => Promise<void> | void;
