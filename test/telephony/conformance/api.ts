import { PATIENCE_MS } from '../../factories/patience';

interface Answer<T> {
  status: number;
  body: T;
  etag: string;
}

/** Asks the product's API over HTTP as one person. */
export class Api {
  constructor(
    private readonly url: string,
    private readonly token?: string,
  ) {}

  as(token: string): Api {
    return new Api(this.url, token);
  }

  async get<T>(path: string): Promise<T> {
    return (await this.expect<T>('GET', path)).body;
  }

  /** What a route answers with that is no JSON. */
  async file(path: string): Promise<Buffer> {
    const response = await fetch(this.url + path, { headers: this.token ? { authorization: `Bearer ${this.token}` } : {} });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  async post<T>(path: string, body: unknown = {}): Promise<T> {
    return (await this.expect<T>('POST', path, body)).body;
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return (await this.expect<T>('PUT', path, body)).body;
  }

  async delete(path: string): Promise<void> {
    await this.expect('DELETE', path);
  }

  /** Changes or removes what stands at `of` (default: the path itself) in the state that it is in now. */
  async edit(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, of = path): Promise<void> {
    const { etag } = await this.expect('GET', of);
    await this.expect(method, path, body, etag);
  }

  /** Any answer, refusals included. */
  async ask<T>(method: string, path: string, body?: unknown, etag?: string): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(this.token && { authorization: `Bearer ${this.token}` }),
        ...(etag && { 'if-match': etag }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (text === '' ? undefined : JSON.parse(text)) as T;
    return { status: response.status, body: json, etag: response.headers.get('etag') ?? '' };
  }

  private async expect<T>(method: string, path: string, body?: unknown, etag?: string): Promise<Answer<T>> {
    const answer = await this.ask<T>(method, path, body, etag);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }
}

/** Looks again and again until something that happens elsewhere is true. @throws Error naming what did not happen */
export async function until(what: string, look: () => Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
