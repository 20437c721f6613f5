/** Where the switch records what is a tenant's; it knows its own folder. */
export function recordingsFolder(tenantId: string): string {
  return `$\${recordings_dir}/${tenantId}`;
}
