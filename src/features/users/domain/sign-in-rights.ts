import type { TenantRole } from '../../../platform/auth/permissions';
import type { Principal } from '../../../platform/auth/principal';

/** Who may say how a user signs in. Answered by the feature that keeps users. */
export abstract class SignInRights {
  /** To set a password, or what stands in its place. @throws AppError forbidden */
  abstract requireOver(role: TenantRole, asker: Principal): Promise<void>;
  /** @throws AppError not_found; forbidden */
  abstract requireOverUser(userId: string, asker: Principal): Promise<void>;
}
