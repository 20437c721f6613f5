/** Asks the product's own API, as any client would. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly tenantId?: string,
  ) {}

  /** The same person at work for a tenant, which reads the reason. */
  async enter(tenantId: string, reason: string): Promise<ApiClient> {
    await this.post(`/v1/tenants/${tenantId}/access-grants`, { reason, hours: 1 });
    return new ApiClient(this.url, this.token, tenantId);
  }

  get<T>(path: string): Promise<T> {
    return this.ask('GET', path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.ask('POST', path, body);
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.ask('PUT', path, body);
  }

  /** Every row of a list, page by page. */
  async all<T extends { id: string }>(path: string): Promise<T[]> {
    const rows: T[] = [];
    for (;;) {
      const last = rows.at(-1)?.id;
      const separator = path.includes('?') ? '&' : '?';
      const page = await this.get<{ data: T[]; has_more: boolean }>(
        `${path}${separator}limit=100${last ? `&after=${last}` : ''}`,
      );
      rows.push(...page.data);
      if (!page.has_more) return rows;
    }
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(this.tenantId && { 'seatline-tenant': this.tenantId }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
