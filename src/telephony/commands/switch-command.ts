import type { SupervisionMode } from '../esl/commands';

/** What other processes ask the switch process of a node to do. */
export type SwitchCommand = DialCommand | MaskRecordingCommand | TransferCommand | JoinCommand | SupervisionCommand;

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

export type SupervisionCommand = SuperviseCommand | ChangeSupervisionCommand | EndSupervisionCommand | FindLegCommand;

/** Rings a seat and lets it listen to a call. */
export interface SuperviseCommand {
  kind: 'supervise';
  callUuid: string;
  legUuid: string;
  extension: string;
  domain: string;
  mode: SupervisionMode;
  ringSeconds: number;
}

export interface ChangeSupervisionCommand {
  kind: 'change-supervision';
  legUuid: string;
  mode: SupervisionMode;
}

export interface EndSupervisionCommand {
  kind: 'end-supervision';
  legUuid: string;
}

/** `refused` where the leg is no more. */
export interface FindLegCommand {
  kind: 'find-leg';
  legUuid: string;
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
