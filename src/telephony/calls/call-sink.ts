import type { AgentEvent } from './agent-events';
import type { CallRecord } from './call-record';

/** Who is told of the calls and agents of a node as they go. Answered by the features that keep and show them. */
export abstract class CallSink {
  /** A call as it is now; `state` is `ended` the last time. Calls of no known domain come too. */
  abstract callChanged(node: string, call: CallRecord): void;
  abstract agentChanged(node: string, event: AgentEvent): void;
  /** The link was down, or the switch is new: whatever was known of the node's calls is these and no more. */
  abstract restarted(node: string, open: CallRecord[]): void;
}
