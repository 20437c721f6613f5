import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** What the caller of one call answered to one question. */
@NotAudited('the caller gives it himself, and nobody changes it')
@Entity('survey_answers')
export class SurveyAnswer extends TenantOwned {
  /** The switch's name of the call. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** What the answers are counted under: `satisfaction`, `solved`. */
  @Column({ type: 'varchar', length: 41 })
  question: string;

  /** The key, from 1. */
  @Column({ type: 'tinyint', unsigned: true })
  score: number;
}
