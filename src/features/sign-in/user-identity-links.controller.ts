import { Controller, Delete, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation } from '../../platform/http/operation';
import { UserIdentityLinksService } from './user-identity-links.service';

@ApiTags('Users')
@Controller('v1/users/:id/identity-links')
export class UserIdentityLinksController {
  constructor(private readonly links: UserIdentityLinksService) {}

  @Delete()
  @Operation({
    summary: "End a user's links to identity providers",
    description: 'For one who has another account there now. The user is signed out; whoever next signs in with the address is linked.',
    permission: 'users:write',
    id: 'user',
  })
  remove(@Param('id') id: string) {
    return this.links.remove(id);
  }
}
