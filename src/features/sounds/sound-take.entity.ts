import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import { ID_COLUMN, TenantOwned } from '../../platform/database/tenant-owned';
import type { SpokenLanguage } from '../../platform/speech/speech-provider';

export const TAKE_SOURCES = ['uploaded', 'spoken'] as const;
export type TakeSource = (typeof TAKE_SOURCES)[number];

/** A sound in one language; its file is named by its id and revision (domain/take-file.ts). */
@Audited('changedAt')
@Entity('sound_takes')
export class SoundTake extends TenantOwned {
  @Column(ID_COLUMN)
  soundId: string;

  @Column({ type: 'varchar', length: 10 })
  language: SpokenLanguage;

  @Column({ type: 'varchar', length: 10 })
  source: TakeSource;

  /** What is said; null where a file was uploaded. */
  @Column({ type: 'varchar', length: 1000, nullable: true })
  text: string | null;

  /** By which voice; null where a file was uploaded. */
  @Column({ type: 'varchar', length: 60, nullable: true })
  voice: string | null;

  /** As the uploaded file was called; null where nobody said. */
  @Column({ type: 'varchar', length: 200, nullable: true })
  fileName: string | null;

  @Column({ type: 'int', unsigned: true })
  durationMs: number;

  /** Of the file that is kept. */
  @Column({ type: 'int', unsigned: true })
  bytes: number;

  @Column({ type: 'int', unsigned: true })
  revision: number;

  /** When this revision was made. */
  @Column({ type: 'datetime', precision: 3 })
  changedAt: Date;
}
