import type { QueueConfiguration } from './callcenter-xml';
import type { Action } from './dialplan-xml';
import type { DirectoryUser } from './directory-xml';

/** What is known of a call when the switch asks where it should go. */
export interface DialplanQuestion {
  /** The switch that asks. */
  node: string;
  /** The leg that it asks for. */
  legUuid: string;
  context: string;
  destination: string;
  /** Whether a command of ours sent the leg there: no phone can bring about a blind transfer (sofia.conf.xml). */
  transferred: boolean;
  /** The number that the caller claims to call from: any text at all. */
  callerNumber: string;
  /** The caller's channel variables, without their `variable_` prefix. */
  variable(name: string): string | undefined;
}

/** The switch's questions. The telephony layer asks; a feature that knows the tenants answers. */
export abstract class SwitchQuestions {
  /** @param phoneId of a page that is the seat's phone, which has a secret of its own; undefined for any other phone */
  abstract user(domain: string, extension: string, phoneId: string | undefined): Promise<DirectoryUser | null>;
  abstract queue(name: string): Promise<QueueConfiguration | null>;
  abstract route(question: DialplanQuestion): Promise<Action[] | null>;
}
