import type { AgentEvent } from './agent-events';
import type { CallRecord } from './call-record';
import type { AgentNow } from './switch-picture';

/** Who is told of the calls and agents of a node as they go. Answered by the features that keep and show them. */
export abstract class CallSink {
  /** A call as it is now; `state` is `ended` the last time. Calls of no known domain come too. */
  abstract callChanged(node: string, call: CallRecord): void;
  abstract agentChanged(node: string, event: AgentEvent): void;
  /**
   * The node's calls are these and no more, and these agents are in these states: told after the link was down and
   * now and then besides, so that what was missed on either side does not last.
   */
  abstract compared(node: string, open: CallRecord[], agents: AgentNow[]): void;
  /** Resolves when everything told so far has been dealt with. */
  abstract settled(): Promise<void>;
}
