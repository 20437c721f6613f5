/** Shows on every screen of the tenant that an agent is done with the work after a call. Answered by the live picture. */
export abstract class WrapUpBoard {
  /** Before its time. The next call will find that it was so. */
  abstract end(agentNumber: string): void;
}
