/**
 * Where the switch writes a message: beside the recordings of the tenant's calls, under a name that no call has.
 * The switch knows its own folder.
 */
export function voicemailPath(tenantId: string, id: string): string {
  return `$\${recordings_dir}/${tenantId}/voicemail-${id}.wav`;
}
