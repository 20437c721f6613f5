import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../platform/auth/principal';
import { CurrentPrincipal } from '../../platform/http/current-principal';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeUserDto, CreateUserDto, SetPasswordDto, UserDto } from './users.dto';
import { UsersService } from './users.service';

@ApiTags('Users')
@Controller('v1/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Operation({ summary: 'List users', permission: 'users:read', answer: UserDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.users.list(request);
  }

  @Post()
  @Operation({ summary: 'Create a user', permission: 'users:write', answer: UserDto, status: 201 })
  create(@CurrentPrincipal() principal: Principal, @Body() body: CreateUserDto) {
    return this.users.createBy(principal, body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a user', permission: 'users:read', id: 'user', answer: UserDto })
  get(@Param('id') id: string) {
    return this.users.get(id);
  }

  @Patch(':id')
  @Operation({ summary: 'Change a user', permission: 'users:write', id: 'user', answer: UserDto, ifMatch: true })
  change(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeUserDto,
  ) {
    return this.users.change(principal, id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: 'Remove a user', permission: 'users:write', id: 'user', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.users.remove(id, version);
  }

  @Post(':id/password')
  @Operation({
    summary: "Set a user's password",
    description: "Of nobody who may do what you may not; the provider's people only until the tenant has an administrator of its own.",
    permission: 'users:write',
    id: 'user',
  })
  setPassword(@CurrentPrincipal() principal: Principal, @Param('id') id: string, @Body() body: SetPasswordDto) {
    return this.users.setPassword(principal, id, body.password);
  }
}
