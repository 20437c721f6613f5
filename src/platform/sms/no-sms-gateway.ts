import { SmsGateway } from './sms-gateway';

/** An installation that sends no texts: scripts go on by their other branch. */
export class NoSmsGateway extends SmsGateway {
  override readonly isThere = false;

  override send(): Promise<boolean> {
    return Promise.reject(new Error('No texts are sent: SMS_URL is not set.'));
  }
}
