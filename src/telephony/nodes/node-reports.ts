import { Injectable } from '@nestjs/common';
import { Redis } from '../../platform/redis/redis';
import type { NodeReport } from './node-report';

const REPORTS = 'switch:nodes';
/** A process that has told nothing for so long is gone. It tells every 5 s. */
const ALIVE_MS = 15_000;
/** A node that has been silent for so long was taken away. */
const FORGOTTEN_MS = 7 * 24 * 3_600_000;

export interface KnownNode {
  report: NodeReport;
  /** Whether its switch process still tells. */
  alive: boolean;
}

/** What the switch processes tell of their nodes, in Redis: written by each, read by every api process. */
@Injectable()
export class NodeReports {
  constructor(private readonly redis: Redis) {}

  async put(report: NodeReport): Promise<void> {
    await this.redis
      .multi()
      .hset(REPORTS, report.node, JSON.stringify(report))
      // Redis's own clock decides who is gone, not that of whoever asks
      .set(aliveKey(report.node), report.at, 'PX', ALIVE_MS)
      .exec();
  }

  /** A process that ends says so. */
  async gone(node: string): Promise<void> {
    await this.redis.del(aliveKey(node));
  }

  /** By name. */
  async all(): Promise<KnownNode[]> {
    const rows = Object.values(await this.redis.hgetall(REPORTS)).map((row) => JSON.parse(row) as NodeReport);
    if (rows.length === 0) return [];
    const alive = await this.redis.mget(...rows.map(({ node }) => aliveKey(node)));
    const known = rows.map((report, index) => ({ report, alive: alive[index] !== null }));
    const forgotten = known.filter(({ report, alive: lives }) => !lives && Date.now() - Date.parse(report.at) > FORGOTTEN_MS);
    if (forgotten.length > 0) await this.redis.hdel(REPORTS, ...forgotten.map(({ report }) => report.node));
    return known.filter((each) => !forgotten.includes(each)).sort((a, b) => a.report.node.localeCompare(b.report.node));
  }
}

function aliveKey(node: string): string {
  return `switch:alive:${node}`;
}
