import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
  create(@Body() body: CreateUserDto) {
    return this.users.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a user', permission: 'users:read', id: 'user', answer: UserDto })
  get(@Param('id') id: string) {
    return this.users.get(id);
  }

  @Patch(':id')
  @Operation({ summary: 'Change a user', permission: 'users:write', id: 'user', answer: UserDto, ifMatch: true })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeUserDto) {
    return this.users.change(id, version, body);
  }

  @Delete(':id')
  @Operation({ summary: 'Remove a user', permission: 'users:write', id: 'user', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.users.remove(id, version);
  }

  @Post(':id/password')
  @Operation({ summary: "Set a user's password", permission: 'users:write', id: 'user' })
  setPassword(@Param('id') id: string, @Body() body: SetPasswordDto) {
    return this.users.setPassword(id, body.password);
  }
}
