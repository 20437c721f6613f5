import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { ChangeSignInPolicyDto, SignInPolicyDto } from './sign-in-policy.dto';
import { SignInPolicyService } from './sign-in-policy.service';

@ApiTags('Sign-in')
@Controller('v1/sign-in-policy')
export class SignInPolicyController {
  constructor(private readonly policies: SignInPolicyService) {}

  @Get()
  @Operation({ summary: "Read the tenant's sign-in policy", permission: 'sign-in-policy:read', answer: SignInPolicyDto })
  get() {
    return this.policies.get();
  }

  @Patch()
  @Operation({
    summary: "Change the tenant's sign-in policy",
    permission: 'sign-in-policy:write',
    answer: SignInPolicyDto,
    ifMatch: true,
  })
  change(@IfMatch() version: number, @Body() body: ChangeSignInPolicyDto) {
    return this.policies.change(version, body);
  }
}
