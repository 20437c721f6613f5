import { IdField, IntegerField, ListField, TextField } from '../../platform/http/fields';

/** More than one platform has. */
const MOST_TENANTS = 10_000;

export class TenantCapacityDto {
  @IdField('tenant')
  id: string;

  @TextField({ max: 31, example: 'pharma' })
  slug: string;

  @TextField({ max: 64, example: 'Drug maker' })
  name: string;

  @IntegerField({ example: 10, description: 'Leased now.' })
  seats: number;

  @IntegerField({ example: 20, description: 'By contract.' })
  seatLimit: number;

  @IntegerField({ example: 8 })
  agents: number;

  @IntegerField({ example: 6, description: 'Not signed out: ready, at work or on a break.' })
  agentsSignedIn: number;

  @IntegerField({ example: 4, description: 'Calls at this moment.' })
  calls: number;

  @IntegerField({ example: 30, description: 'Calls at once, by contract.' })
  callLimit: number;

  @IntegerField({ example: 0, description: 'Calls at once that no other tenant can take the place of.' })
  reservedChannels: number;

  @IntegerField({ example: 4, description: 'Leased now.' })
  numbers: number;

  @IntegerField({ example: 50, description: 'Requests to the API that it may make a second.' })
  requestsPerSecond: number;

  @IntegerField({ max: 100, example: 0, description: 'How much of what it may ask at once is used up at this moment; at 100 it is refused.' })
  requestsSpentPercent: number;
}

export class CapacityDto {
  @IntegerField({ example: 1, description: 'Switch nodes whose process tells of them now.' })
  nodes: number;

  @IntegerField({ example: 1000, description: 'Calls at once that a switch node carries.' })
  nodeChannels: number;

  @IntegerField({ example: 0, description: 'What all tenants have reserved of them.' })
  reservedChannels: number;

  @IntegerField({ example: 4, description: 'Calls of all tenants at this moment.' })
  calls: number;

  @ListField(() => TenantCapacityDto, { max: MOST_TENANTS })
  tenants: TenantCapacityDto[];
}
