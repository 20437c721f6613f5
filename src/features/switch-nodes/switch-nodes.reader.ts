import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock';
import { json } from '../../platform/database/json-column';
import { ReportsDatabase } from '../../platform/database/reports-database';
import { type KnownNode, NodeReports } from '../../telephony/nodes/node-reports';
import { FINDINGS, type FindingRow, MENDED, type MendedRow } from './findings.sql';
import type { MendedDto, NodeFindingDto, SwitchNodesDto } from './switch-nodes.dto';

const DAY_MS = 24 * 3_600_000;
/** Over all nodes. */
const MOST_FINDINGS = 200;

/** How the switch nodes are, as their processes tell, and what had to be mended on them. */
@Injectable()
export class SwitchNodesReader {
  constructor(
    private readonly reports: NodeReports,
    private readonly database: ReportsDatabase,
    private readonly clock: Clock,
  ) {}

  async all(): Promise<SwitchNodesDto> {
    const since = new Date(this.clock.now().getTime() - DAY_MS);
    const [known, mended, findings] = await Promise.all([
      this.reports.all(),
      this.database.sql<MendedRow>(MENDED, [since]),
      this.database.sql<FindingRow>(FINDINGS, [since, MOST_FINDINGS]),
    ]);
    const byNode = new Map(mended.map((row) => [row.node, row]));
    return { nodes: known.map((each) => nodeOf(each, byNode.get(each.report.node), findings)) };
  }
}

function nodeOf({ report, alive }: KnownNode, mended: MendedRow | undefined, findings: readonly FindingRow[]) {
  const { node, at, startedAt, link, switch: figures, reconciliation } = report;
  return {
    node,
    alive,
    at: new Date(at),
    startedAt: new Date(startedAt),
    link: { ...link, since: new Date(link.since) },
    ...(figures && { switch: { ...figures, at: new Date(figures.at) } }),
    ...(reconciliation && { reconciliation: { ...reconciliation, at: new Date(reconciliation.at) } }),
    mended: mendedOf(mended),
    findings: findings.filter((finding) => finding.node === node).map(findingOf),
  };
}

function mendedOf(row: MendedRow | undefined): MendedDto {
  const count = (value: string | undefined) => Number(value ?? 0);
  return {
    passes: count(row?.passes),
    agentsFreed: count(row?.agentsFreed),
    callersRequeued: count(row?.callersRequeued),
    refused: count(row?.refused),
  };
}

function findingOf({ counts, examples, ...finding }: FindingRow): NodeFindingDto {
  return { ...finding, counts: json<Record<string, number>>(counts), examples: json<string[]>(examples) };
}
