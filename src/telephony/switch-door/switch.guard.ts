import { timingSafeEqual } from 'node:crypto';
import { BlockList, isIPv6 } from 'node:net';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../../platform/config/config';
import { AppError } from '../../platform/errors/app-error';

/** Lets in the switch alone: by its address and by its secret. */
@Injectable()
export class SwitchGuard implements CanActivate {
  private readonly addresses: BlockList;
  private readonly expected: Buffer;

  constructor(config: Config) {
    this.addresses = allowList(config.SWITCH_ADDRESSES);
    this.expected = Buffer.from(`Basic ${Buffer.from(`switch:${config.SWITCH_SECRET}`).toString('base64')}`);
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const address = request.socket.remoteAddress ?? '';
    const known = this.addresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
    if (known && this.showsSecret(request.headers.authorization ?? '')) return true;
    // unknown to strangers: the same answer as for a route that does not exist
    throw AppError.notFound();
  }

  private showsSecret(header: string): boolean {
    const shown = Buffer.from(header);
    return shown.length === this.expected.length && timingSafeEqual(shown, this.expected);
  }
}

/** @throws when an entry is neither an address nor a CIDR range. */
export function allowList(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(',').filter(Boolean)) {
    const [address = '', bits] = entry.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
