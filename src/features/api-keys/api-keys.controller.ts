import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ApiKeyDto, CreateApiKeyDto, CreatedApiKeyDto, RotateApiKeyDto } from './api-keys.dto';
import { ApiKeysService } from './api-keys.service';

@ApiTags('API keys')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Operation({
    summary: 'List API keys',
    description: 'Revoked ones too.',
    permission: 'api-keys:read',
    answer: ApiKeyDto,
    shape: 'page',
  })
  list(@Query() request: PageRequest) {
    return this.keys.list(request);
  }

  @Post()
  @Operation({ summary: 'Create an API key', permission: 'api-keys:write', answer: CreatedApiKeyDto, status: 201 })
  create(@Body() body: CreateApiKeyDto, @CurrentPrincipal() principal: Principal) {
    return this.keys.create(body, principal);
  }

  @Get(':id')
  @Operation({ summary: 'Read an API key', permission: 'api-keys:read', id: 'apiKey', answer: ApiKeyDto })
  get(@Param('id') id: string) {
    return this.keys.get(id);
  }

  @Post(':id/rotate')
  @Operation({
    summary: "Give an API key a new secret",
    description: 'The secret in use lives on for a while, so that it can be exchanged in peace. Two live at most.',
    permission: 'api-keys:write',
    id: 'apiKey',
    answer: CreatedApiKeyDto,
  })
  rotate(@Param('id') id: string, @Body() body: RotateApiKeyDto, @CurrentPrincipal() principal: Principal) {
    return this.keys.rotate(id, body, principal);
  }

  @Delete(':id/former-secret')
  @Operation({ summary: "End an API key's former secret now", permission: 'api-keys:write', id: 'apiKey' })
  endFormer(@Param('id') id: string) {
    return this.keys.endFormer(id);
  }

  @Delete(':id')
  @Operation({
    summary: 'Revoke an API key',
    description: 'It stops working at once and stays in the list.',
    permission: 'api-keys:write',
    id: 'apiKey',
  })
  revoke(@Param('id') id: string) {
    return this.keys.revoke(id);
  }
}
