import { Column, Entity } from 'typeorm';
import { NotAudited } from '../../platform/audit/audited';
import { TenantOwned } from '../../platform/database/tenant-owned';

/** Which way the caller of one call was led through scripts. */
@NotAudited('the caller goes it himself, and nobody changes it')
@Entity('script_paths')
export class ScriptPath extends TenantOwned {
  /** The switch's name of the call. */
  @Column({ type: 'char', length: 36, charset: 'ascii' })
  callUuid: string;

  /** `script/step`, the first ones first. */
  @Column({ type: 'json' })
  steps: string[];
}
