import type { TenantRole } from '../../../platform/auth/permissions';

export interface NewUser {
  /** In lower case. */
  email: string;
  name: string;
  role: TenantRole;
}

/** Makes users of the tenant that is set, for a feature that has found out who they are. */
export abstract class NewUsers {
  /** Without a password; joins an open transaction. @throws AppError conflict where there is one of that address */
  abstract create(user: NewUser): Promise<{ id: string }>;
}
