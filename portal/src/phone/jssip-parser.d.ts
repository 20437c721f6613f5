declare module 'jssip/lib/Parser' {
  import type { UA } from 'jssip';
  import type { IncomingRequest } from 'jssip/lib/SIPMessage';
  export function parseMessage(data: string, ua: UA): IncomingRequest | undefined;
}
