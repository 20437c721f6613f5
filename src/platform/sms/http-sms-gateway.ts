import { type Sms, SmsGateway } from './sms-gateway';

const TIMEOUT_MS = 10_000;
/** To be tried again, though they blame the asker (RFC 9110, 15.5.9; RFC 6585, 4). */
const LATER = [408, 425, 429];

/** The operator's gateway: takes `{ "to", "text", "reference" }` as JSON. Its address is the operator's own choice, and may be an inner one. */
export class HttpSmsGateway extends SmsGateway {
  override readonly isThere = true;

  constructor(
    private readonly url: string,
    private readonly token: string | undefined,
  ) {
    super();
  }

  override async send(sms: Sms): Promise<boolean> {
    const headers = { 'content-type': 'application/json', 'user-agent': 'Seatline/1', ...(this.token && { authorization: `Bearer ${this.token}` }) };
    const { status, body } = await fetch(this.url, {
      method: 'POST', headers, body: JSON.stringify(sms), redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await body?.cancel();
    if (status >= 200 && status < 300) return true;
    if (status >= 400 && status < 500 && !LATER.includes(status)) return false;
    throw new Error(`HTTP ${status}`);
  }
}
