/** As another call's, or another agent's, a note does not open. */
export function placeOfNote({ tenantId, callUuid, agent }: { tenantId: string; callUuid: string; agent: string }): string {
  return `call_notes ${tenantId} ${callUuid} ${agent}`;
}
