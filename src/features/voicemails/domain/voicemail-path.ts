/**
 * Where the switch writes a message: beside the recordings of the tenant's calls, under a name that no call has.
 * Braces and dollars are the switch's own, which knows its folder.
 */
export function voicemailPath(tenantId: string, id: string): string {
  return `\${recordings_dir}/${tenantId}/voicemail-${id}.wav`;
}
