/** As another call's, or another agent's, a note does not open. */
export function placeOfNote({ callUuid, agent }: { callUuid: string; agent: string }): string {
  return `call_notes.text ${callUuid} ${agent}`;
}
