import { createHmac, timingSafeEqual } from 'node:crypto';

/** The variable in which a dialplan says which script leads a leg. */
export const SCRIPT_VARIABLE = 'seatline_ivr';

/** The variable in which a dialplan says where the switch keeps the tenant's recordings: a path of the switch's own. */
export const RECORDINGS_VARIABLE = 'seatline_recordings';

/** The variable in which the engine says where a leg goes on, once it is given back to its dialplan. */
export const NEXT_VARIABLE = 'seatline_next';

/** The variable in which a dialplan says that a transfer has led to nobody; else a leg comes back out of a queue. */
export const BACK_VARIABLE = 'seatline_back';
export const NOT_TRANSFERRED = 'not-transferred';

/** Where a leg that came out of a queue goes on if the engine does not say. */
export const AFTER_SCRIPT = 'after-script';

/** In the place of a version: the draft, as it is by then. */
export const DRAFT = 0;

/** Which version of a script leads a leg of a tenant's. */
export interface Claim {
  tenantId: string;
  legUuid: string;
  scriptId: string;
  version: number;
}

/**
 * What a dialplan gives a leg on its way to the scripts' engine: only we can have written it, for this leg and no other.
 * Whoever else reaches the engine's port learns nothing and leads nobody.
 */
export function claimText(secret: string, claim: Claim): string {
  return `${claim.scriptId}:${claim.version}:${signature(secret, claim)}`;
}

/** @returns null for what we have not written, or not for this leg */
export function readClaim(secret: string, leg: Pick<Claim, 'tenantId' | 'legUuid'>, text: string): Claim | null {
  const [, scriptId = '', version = '', signed = ''] = /^([\w-]{1,40}):(\d{1,9}):([\w-]{22})$/.exec(text) ?? [];
  const claim = { ...leg, scriptId, version: Number(version) };
  return scriptId !== '' && timingSafeEqual(Buffer.from(signed), Buffer.from(signature(secret, claim))) ? claim : null;
}

/** 128 bits of it. */
function signature(secret: string, { tenantId, legUuid, scriptId, version }: Claim): string {
  const text = ['ivr', tenantId, legUuid, scriptId, version].join('\n');
  return createHmac('sha256', secret).update(text).digest().subarray(0, 16).toString('base64url');
}
