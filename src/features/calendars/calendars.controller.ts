import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/if-match';
import { Operation } from '../../platform/http/operation';
import { PageRequest } from '../../platform/http/page';
import { CalendarDto, ChangeCalendarDto, CreateCalendarDto } from './calendars.dto';
import { CalendarsService } from './calendars.service';

@ApiTags('Calendars')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get()
  @Operation({ summary: 'List calendars', permission: 'numbers:read', answer: CalendarDto, shape: 'page' })
  list(@Query() request: PageRequest) {
    return this.calendars.list(request);
  }

  @Post()
  @Operation({ summary: 'Create a calendar', permission: 'numbers:write', answer: CalendarDto, status: 201 })
  create(@Body() body: CreateCalendarDto) {
    return this.calendars.create(body);
  }

  @Get(':id')
  @Operation({ summary: 'Read a calendar', permission: 'numbers:read', id: 'calendar', answer: CalendarDto })
  get(@Param('id') id: string) {
    return this.calendars.get(id);
  }

  @Patch(':id')
  @Operation({
    summary: 'Change a calendar',
    description: '`hours` are replaced as a whole.',
    permission: 'numbers:write',
    id: 'calendar',
    answer: CalendarDto,
    ifMatch: true,
  })
  change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ChangeCalendarDto) {
    return this.calendars.change(id, version, body);
  }

  @Delete(':id')
  @Operation({
    summary: 'Remove a calendar',
    description: 'Refused while a number keeps its hours, or is led by a script in them.',
    permission: 'numbers:write',
    id: 'calendar',
    ifMatch: true,
  })
  remove(@Param('id') id: string, @IfMatch() version: number) {
    return this.calendars.remove(id, version);
  }
}
