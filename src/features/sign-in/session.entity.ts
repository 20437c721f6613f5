import { Column, Entity } from 'typeorm';
import { Audited } from '../../platform/audit/audited';
import type { SessionEnd } from '../../platform/auth/sessions';
import { ProviderOwned } from '../../platform/database/provider-owned';
import { TenantOwned } from '../../platform/database/tenant-owned';
import type { RefreshState } from './domain/refresh-decision';

export type SignInMethod = 'password' | 'oidc';

const DIGEST = { type: 'char', length: 43 } as const;
const TIME = { type: 'datetime', precision: 3 } as const;

/** The two kinds of people have tables of their own: a tenant's row belongs to the tenant. */
function sessionColumns<B extends abstract new (...parameters: any[]) => object>(Base: B) {
  abstract class SessionColumns extends Base implements RefreshState {
    @Column({ type: 'char', length: 30 })
    personId: string;

    /** How somebody showed who he is. */
    @Column({ type: 'varchar', length: 10 })
    method: SignInMethod;

    @Column({ type: 'varchar', length: 45 })
    address: string;

    @Column({ type: 'varchar', length: 200 })
    userAgent: string;

    /** To the minute. */
    @Column(TIME)
    lastSeenAt: Date;

    @Column(TIME)
    expiresAt: Date;

    @Column({ ...TIME, nullable: true })
    endedAt: Date | null;

    @Column({ type: 'varchar', length: 20, nullable: true })
    endedBecause: SessionEnd | null;

    /** Of the part that all refresh tokens of a session share. */
    @Column(DIGEST)
    familyHash: string;

    /** Of the part that changes at every use. */
    @Column(DIGEST)
    refreshHash: string;

    @Column(TIME)
    refreshedAt: Date;

    @Column({ ...DIGEST, nullable: true })
    previousHash: string | null;

    /** The secret that followed the previous one, sealed so that only who has the previous one can open it. */
    @Column({ type: 'varchar', length: 200, nullable: true })
    successor: string | null;
  }
  return SessionColumns;
}

/** What every request or refresh moves on. */
const MOVING = ['lastSeenAt', 'refreshHash', 'refreshedAt', 'previousHash', 'successor'];

/** A tenant's user is signed in. */
@Audited(...MOVING)
@Entity('sessions')
export class Session extends sessionColumns(TenantOwned) {}

/** One of the provider's people is signed in. */
@Audited(...MOVING)
@Entity('staff_sessions')
export class StaffSession extends sessionColumns(ProviderOwned) {}
