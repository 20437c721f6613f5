import { Module } from '@nestjs/common';
import { StaffController } from './staff.controller';
import { StaffPasswords } from './staff.passwords';
import { StaffRepository } from './staff.repository';
import { StaffService } from './staff.service';

@Module({
  controllers: [StaffController],
  providers: [StaffPasswords, StaffRepository, StaffService],
})
export class StaffModule {}
