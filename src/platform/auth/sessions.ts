/** Why a session ended. */
export const SESSION_ENDS = ['signed_out', 'ended', 'reused', 'password_changed', 'switched_off', 'second_factor'] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** Somebody who signs in: a tenant's user (of the tenant that is set), or one of the provider's people. */
export interface PersonRef {
  kind: 'user' | 'staff';
  id: string;
}

/** What features that keep people may do to their sessions; answered by the feature that keeps sessions. */
export abstract class Sessions {
  /** Joins an open transaction; announce the person after its commit. */
  abstract endAllOf(person: PersonRef, because: SessionEnd, exceptId?: string | null): Promise<void>;
  /** Makes open streams look again at what the person may see. */
  abstract announce(personId: string): Promise<void>;
}
