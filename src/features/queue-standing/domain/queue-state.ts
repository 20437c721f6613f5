/** How a queue stands at a moment. */
export interface QueueState {
  waiting: number;
  /** Agents who are ready or at work. */
  agents: number;
  /** Seconds that whoever joins now is likely to wait; infinite without an agent. */
  estimatedWait: number;
}
