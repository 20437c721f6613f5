import type { PoolConnection, RowDataPacket } from 'mysql2';
import { tenantContext } from '../tenancy/tenant-context';

interface Held {
  connection: PoolConnection;
  /** Whose ticket it shows. */
  tenantId: string | null;
}

/**
 * Lends connections to the tenant that is set, each showing that tenant's ticket to the database. A connection stays
 * with its tenant while it can: the next loan to the same one costs no statement.
 */
export class StickyConnections {
  /** Least recently used first. */
  private idle: Held[] = [];
  private readonly waiting: (() => void)[] = [];
  private opened = 0;
  private readonly broken = new WeakSet<Held>();

  constructor(
    private readonly most: number,
    private readonly open: () => Promise<PoolConnection>,
    /** `fresh`: not one that was asked for before. */
    private readonly ticketOf: (tenantId: string, fresh: boolean) => Promise<string>,
  ) {}

  /** @throws NoTenantError when no tenant is set: nothing is ever asked without one. */
  async obtain(): Promise<PoolConnection> {
    const tenantId = tenantContext.tenantId();
    // not while one is held, which others may wait for
    await tenantContext.current().letPass?.();
    const held = await this.take(tenantId);
    try {
      if (held.tenantId !== tenantId) await this.show(held, tenantId);
      return held.connection;
    } catch (error) {
      held.connection.destroy();
      this.forget(held);
      throw error;
    }
  }

  private async take(tenantId: string): Promise<Held> {
    for (;;) {
      const own = this.idle.findLastIndex((each) => each.tenantId === tenantId);
      const [held] = own >= 0 ? this.idle.splice(own, 1) : this.opened < this.most ? [] : this.idle.splice(0, 1);
      if (held) return held;
      if (this.opened < this.most) return this.openOne();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  private async openOne(): Promise<Held> {
    this.opened += 1;
    try {
      const held: Held = { connection: await this.open(), tenantId: null };
      held.connection.release = () => this.giveBack(held);
      held.connection.once('error', () => this.forget(held));
      held.connection.once('end', () => this.forget(held));
      return held;
    } catch (error) {
      this.opened -= 1;
      this.waiting.shift()?.();
      throw error;
    }
  }

  /** The database may have been restored with another key: to it an old ticket is none, and every table would be empty. */
  private async show(held: Held, tenantId: string): Promise<void> {
    held.tenantId = null;
    for (const fresh of [false, true]) {
      await held.connection.promise().query('SET @tenant_ticket = ?', [await this.ticketOf(tenantId, fresh)]);
      const [[row]] = await held.connection.promise().query<RowDataPacket[]>('SELECT current_tenant() AS id');
      if (row?.['id'] !== tenantId) continue;
      held.tenantId = tenantId;
      return;
    }
    throw new Error('The database does not know its own ticket: migrate it again.');
  }

  private giveBack(held: Held): void {
    if (this.broken.has(held) || this.idle.includes(held)) return;
    this.idle.push(held);
    this.waiting.shift()?.();
  }

  /** A connection that broke; another may be opened in its place. */
  private forget(held: Held): void {
    if (this.broken.has(held)) return;
    this.broken.add(held);
    this.idle = this.idle.filter((each) => each !== held);
    this.opened -= 1;
    this.waiting.shift()?.();
  }
}
