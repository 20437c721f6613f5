/** What other processes ask the switch process of a node to do. */
export type SwitchCommand = DialCommand | MaskRecordingCommand | TransferCommand | JoinCommand;

export interface DialCommand {
  kind: 'dial';
  legUuid: string;
  /** The seat that rings first. */
  extension: string;
  domain: string;
  context: string;
  /** `agent@domain` */
  agent: string;
  number: string;
  /** One of the tenant's own numbers. */
  callerNumber: string;
  ringSeconds: number;
}

/** Whether the recording of a leg holds silence from now on. */
export interface MaskRecordingCommand {
  kind: 'mask-recording';
  legUuid: string;
  masked: boolean;
}

/** Sends whoever talks with a seat's phone elsewhere; the phone's own leg ends. */
export interface TransferCommand {
  kind: 'transfer';
  callUuid: string;
  /** The extension of the seat that gives the call away; null for whichever phone of the tenant talks. */
  seat: string | null;
  destination: string;
  context: string;
}

/** Joins the far ends of two calls of one seat; its own legs end. */
export interface JoinCommand {
  kind: 'join';
  callUuid: string;
  otherCallUuid: string;
  seat: string;
}

/** `unknown`: no answer came in time, it may be done or not. */
export type CommandOutcome = 'done' | 'refused' | 'unknown';

/** Too late is wrong: nobody wants a phone to ring for something asked long ago. */
export const COMMAND_LIFE_MS = 10_000;

export interface QueuedCommand {
  command: SwitchCommand;
  expiresAt: number;
}

/** The queue of one node's commands. */
export function commandQueueName(node: string): string {
  return `switch-${node}`;
}
