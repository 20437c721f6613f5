import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { ChangeSeatDto, CreateSeatDto, SeatCredentialsDto, SeatDto } from './seats.dto';
import { SeatSuspensions } from './seat-suspensions';
import { SeatsService } from './seats.service';

@ApiTags('Seats')
@Controller('v1/seats')
export class SeatsController {
  constructor(
    private readonly seats: SeatsService,
    private readonly suspensions: SeatSuspensions,
  ) {}

  @Get()
  @Operation({ summary: 'List seats', permission: 'seats:read', answer: SeatDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.seats.list(request);
  }

  @Post()
  @Operation({
    summary: 'Lease a seat',
    description: 'Refused with quota_exceeded when the contract allows no more.',
    permission: 'seats:write',
    answer: SeatDto,
    status: 201,
  })
  create(@Body() body: CreateSeatDto) {
    return this.seats.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a seat', permission: 'seats:read', id: 'seat', answer: SeatDto })
  get(@Param('id') id: string) {
    return this.seats.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Choose the number that a seat presents',
    description: "One of the tenant's own; null for its first.",
    permission: 'seats:write',
    id: 'seat',
    ifMatch: true,
    answer: SeatDto,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeSeatDto) {
    return this.seats.change(id, version, body);
  }

  @Delete(':id/suspension')
  @Operation({
    summary: "Lift a seat's suspension",
    description: 'Make new credentials first if the old ones may have been stolen.',
    permission: 'seats:write',
    id: 'seat',
    answer: SeatDto,
    status: 200,
  })
  async resume(@Param('id') id: string) {
    await this.suspensions.resume(id);
    return this.seats.get(id);
  }

  @Delete(':id')
  @Operation({ summary: "End a seat's lease", permission: 'seats:write', id: 'seat', ifMatch: true })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.seats.remove(id, version);
  }

  @Post(':id/credentials')
  @Operation({
    summary: 'Make new SIP credentials for a seat',
    description: 'The secret is shown once; the one before stops working.',
    permission: 'seats:write',
    id: 'seat',
    answer: SeatCredentialsDto,
    status: 201,
  })
  newCredentials(@Param('id') id: string) {
    return this.seats.newCredentials(id);
  }
}
