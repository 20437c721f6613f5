import { IsNull, Not, Raw } from 'typeorm';
import type { Where } from '../../platform/database/tenant-table';
import { tenantContext } from '../../platform/tenancy/tenant-context';
import { NO_CODE } from '../wrap-up-codes/domain/wrap-up-code';
import type { Call } from './call.entity';

const CHOSEN = 'SELECT n.call_uuid FROM call_notes n WHERE n.tenant_id = :noteTenant';

/** Calls for which an agent has chosen the code; for `none` a queue's calls that agents had and chose no code for. */
export function withWrapUpCode(code: string | undefined): Where<Call> {
  if (code === undefined) return {};
  const parameters = { noteTenant: tenantContext.tenantId(), noteCode: code };
  if (code !== NO_CODE) return { uuid: Raw((uuid) => `${uuid} IN (${CHOSEN} AND n.wrap_up_code = :noteCode)`, parameters) };
  const isUncoded = Raw((uuid) => `NOT EXISTS (${CHOSEN} AND n.call_uuid = ${uuid} AND n.wrap_up_code IS NOT NULL)`, parameters);
  return { queue: Not(IsNull()), agent: Not(IsNull()), uuid: isUncoded };
}
