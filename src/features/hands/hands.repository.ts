import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { TenantDatabase } from '../../platform/database/tenant-database';
import { FieldSeals } from '../../platform/encryption/field-seals';
import { KeptHandTexts } from './domain/kept-hand-texts';
import { Hand } from './hand.entity';
import { sealText } from './sealed-hand';

type RaisedHand = Pick<Hand, 'id' | 'createdAt' | 'agent' | 'teamId' | 'topic' | 'callUuid'> & { text: string | undefined };

/** The only place that writes hands. */
@Injectable()
export class HandsRepository extends KeptHandTexts {
  constructor(
    private readonly database: TenantDatabase,
    private readonly seals: FieldSeals,
  ) {
    super();
  }

  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(work);
  }

  /** Locked until the transaction ends. */
  lock(id: string): Promise<Hand | null> {
    return this.database.table(Hand).lockOne({ id });
  }

  lockOpen(openAgent: string): Promise<Hand | null> {
    return this.database.table(Hand).lockOne({ openAgent });
  }

  async insert({ text, ...hand }: RaisedHand): Promise<void> {
    const sealed = sealText(await this.seals.toWrite(), hand.id, text);
    await this.database.table(Hand).insert({
      ...hand, openAgent: hand.agent, sealed, state: 'raised',
      takenById: null, takenBy: null, takenAt: null, waitSeconds: null, resolved: null, endedAt: null, seconds: null,
    });
  }

  async save(id: string, patch: Partial<Omit<Hand, 'tenantId' | 'id' | 'createdAt'>>): Promise<void> {
    await this.database.table(Hand).update({ id }, patch);
  }

  override async forgetBefore(before: Date): Promise<void> {
    await this.database.table(Hand).update({ createdAt: LessThan(before) }, { sealed: null });
  }

  override async forgetCall(callUuid: string): Promise<void> {
    await this.database.table(Hand).update({ callUuid }, { sealed: null });
  }
}
