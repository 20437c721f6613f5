/** What one tenant may have of a node, and what is kept for it. */
export interface ChannelShare {
  /** Calls at once that its contract allows. */
  concurrentCalls: number;
  /** Calls that no other tenant's can take the place of. */
  reservedChannels: number;
}

/**
 * How many calls a tenant may have at once on a node: what its contract allows, and never so many that what is
 * reserved for the others would not be left of the node's capacity. A tenant has its own reservation in any case, and
 * at least one call, even where more is reserved than the node can carry.
 *
 * @param capacity calls at once that the node carries
 * @param reservedByAll the reservations of all tenants, this one's too; each counts up to its contract's calls
 */
export function channelCap(tenant: ChannelShare, reservedByAll: number, capacity: number): number {
  const own = reservation(tenant);
  const left = capacity - (reservedByAll - own);
  return Math.min(tenant.concurrentCalls, Math.max(left, own, 1));
}

/** What is really kept for a tenant: no more than it may use. */
export function reservation({ reservedChannels, concurrentCalls }: ChannelShare): number {
  return Math.min(reservedChannels, concurrentCalls);
}
