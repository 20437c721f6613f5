import { Global, Module } from '@nestjs/common';
import { HostAddresses } from './host-addresses';
import { HttpClient } from './http-client';

/** Outgoing requests. */
@Global()
@Module({ providers: [HttpClient, HostAddresses], exports: [HttpClient, HostAddresses] })
export class HttpClientModule {}
