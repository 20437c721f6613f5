/** What each living tenant has leased and how much of it is in use. Counted in the tables' own indexes, tenant by tenant. */
export const LEASED = `
  SELECT t.id, t.slug, t.name, t.seat_limit AS seatLimit, t.concurrent_calls AS callLimit,
         COALESCE((SELECT p.reserved_channels FROM calling_plans p WHERE p.tenant_id = t.id), 0) AS reservedChannels,
         (SELECT COUNT(*) FROM seats s WHERE s.tenant_id = t.id AND s.leased_until IS NULL) AS seats,
         (SELECT COUNT(*) FROM numbers n WHERE n.tenant_id = t.id AND n.leased_until IS NULL) AS numbers,
         (SELECT COUNT(*) FROM agents a WHERE a.tenant_id = t.id) AS agents,
         (SELECT COUNT(*) FROM agents a WHERE a.tenant_id = t.id AND a.status <> 'logged_out') AS agentsSignedIn
  FROM tenants t
  WHERE t.removed_at IS NULL
  ORDER BY t.slug`;

export interface LeasedRow {
  id: string;
  slug: string;
  name: string;
  seatLimit: number;
  callLimit: number;
  reservedChannels: string;
  seats: string;
  numbers: string;
  agents: string;
  agentsSignedIn: string;
}
