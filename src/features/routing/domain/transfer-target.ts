/** Where a transfer leads. A phone of the tenant can dial an agent so, wherever he sits; a queue nobody can. */
export type TransferTarget = { kind: 'agent'; number: string } | { kind: 'queue'; name: string };

/** What a target is called in its tenant's context. */
export function transferDestination(target: TransferTarget): string {
  return target.kind === 'agent' ? `agent-${target.number}` : `queue-${target.name}`;
}

/** @returns null for whatever else may stand in a context */
export function readTransferDestination(destination: string): TransferTarget | null {
  const [, kind, name = ''] = /^(agent|queue)-(.+)$/.exec(destination) ?? [];
  if (kind === undefined) return null;
  return kind === 'agent' ? { kind, number: name } : { kind: 'queue', name };
}
