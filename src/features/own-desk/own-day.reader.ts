import { Injectable } from '@nestjs/common';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { OFFERS_OF_DAY, TALK_OF_DAY } from './own-day.sql';

type Figures<K extends string> = Record<K, string | null>;

/** Counts an agent's offers, and the legs of his phone that were connected for them. */
@Injectable()
export class OwnDayReader {
  constructor(private readonly database: TenantDatabase) {}

  async offers(agent: string, from: Date, until: Date): Promise<{ answered: number; missed: number }> {
    const parameters = [tenantContext.tenantId(), agent, from, until];
    const [row] = await this.database.sql<Figures<'answered' | 'missed'>>(OFFERS_OF_DAY, parameters);
    return { answered: Number(row?.answered ?? 0), missed: Number(row?.missed ?? 0) };
  }

  async talk(agent: string, domain: string, from: Date, until: Date) {
    const parameters = [`${agent}@${domain}`, tenantContext.tenantId(), agent, from, until];
    const [row] = await this.database.sql<Figures<'talked' | 'seconds' | 'longest'>>(TALK_OF_DAY, parameters);
    const talked = Number(row?.talked ?? 0);
    return { talked, talkSeconds: Number(row?.seconds ?? 0), longestTalkSeconds: talked === 0 ? null : Number(row?.longest) };
  }
}
