import type { EslEvent } from '../esl/esl-event';

/** A leg while it is in our hands; see telephony/esl/controlled-leg.ts. */
export interface LedLeg {
  readonly uuid: string;
  /** As the network tells it; undefined where it is withheld. */
  readonly callerNumber: string | undefined;
  /** Whether it is no longer in our hands: the caller has hung up, or the switch has ended. */
  readonly isGone: boolean;
  variable(name: string): string | undefined;
  execute(application: string, argument?: string): Promise<EslEvent>;
  close(): void;
}

/** Who leads the legs that dialplans hand over. Answered by the feature that keeps scripts. */
export abstract class CallLeader {
  /** Until the leg leaves our hands, or its end. An error gives it back to its dialplan, which has a way for it. */
  abstract lead(leg: LedLeg): Promise<void>;
}
