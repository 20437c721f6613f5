import type { Meter } from '../contracts/domain/contract-terms';

/** Meters that a count of rows tells; the hours of agents follow from when they were signed in. Parameters: tenant, from, until. */
export const METER_SQL: Record<Exclude<Meter, 'storage' | 'agent_hours'>, string> = {
  sms: sent('sms'),
  emails: sent('email'),
  callbacks: 'SELECT COUNT(*) AS base FROM callbacks WHERE tenant_id = ? AND reached_at >= ? AND reached_at < ?',
  transfers: "SELECT COUNT(*) AS base FROM usage_records WHERE tenant_id = ? AND kind = 'transfer' AND started_at >= ? AND started_at < ?",
  calls_in: `SELECT COUNT(*) AS base FROM calls
             WHERE tenant_id = ? AND settled = 1 AND direction = 'inbound' AND outcome = 'answered' AND started_at >= ? AND started_at < ?`,
};

function sent(channel: 'sms' | 'email'): string {
  return `SELECT COUNT(*) AS base FROM notices WHERE tenant_id = ? AND channel = '${channel}' AND sent_at >= ? AND sent_at < ?`;
}

/** Bytes × milliseconds for which each recording was kept. Parameters: from, until, until, tenant, until, from. */
export const STORAGE_SQL = `
  SELECT COALESCE(SUM(bytes * (TIMESTAMPDIFF(MICROSECOND, GREATEST(started_at, ?), LEAST(COALESCE(deleted_at, ?), ?)) DIV 1000)), 0) AS base
  FROM recordings WHERE tenant_id = ? AND started_at < ? AND (deleted_at IS NULL OR deleted_at > ?)`;

/** When whom was signed in, whatever he did then. Parameters: tenant, until, from. */
export const STAYS_SQL = `
  SELECT agent, since, until FROM agent_spells
  WHERE tenant_id = ? AND state <> 'wrap_up' AND since < ? AND (until IS NULL OR until > ?)`;

/** What bundles have paid for on the invoices of earlier months. Parameters: tenant, month. */
export const BUNDLES_USED_SQL = `
  SELECT JSON_VALUE(l.details, '$.code') AS code, JSON_VALUE(l.details, '$.month') AS month, SUM(JSON_VALUE(l.details, '$.seconds')) AS seconds
  FROM invoice_lines l JOIN invoices i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
  WHERE l.tenant_id = ? AND l.kind = 'bundle' AND i.period < ?
  GROUP BY code, month`;
