import type { SimulatedSwitch } from '../simulated-switch';

/** An API command: its text argument in, its text reply out. An empty reply becomes `-ERR no reply` on a socket. */
export type ApiCommand = (sw: SimulatedSwitch, argument: string) => Promise<string> | string;

export const NO_CHANNEL = '-ERR No such channel!\n';
