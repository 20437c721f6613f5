import { ChoiceField, IdField, IntegerField, ListField, TextField, TextListField, TimeField } from '../../platform/http/fields';

export class ImportProblemDto {
  @IntegerField({ min: 1, example: 3, description: 'Line 1 names the columns.' })
  line: number;

  @TextField({ nullable: true, max: 100_000, example: 'numbers', description: 'Null where the line as a whole is meant.' })
  column: string | null;

  @TextField({ max: 300, example: 'belongs to another customer' })
  rule: string;
}

export class ImportChangeDto {
  @IntegerField({ min: 1, example: 2 })
  line: number;

  @TextField({ max: 40, example: 'crm-4711' })
  externalId: string;

  @ChoiceField(['create', 'change'], { example: 'change' })
  kind: 'create' | 'change';

  @TextListField({ maxItems: 5, example: ['name'], description: 'What of the customer changes, by the names of columns.' })
  fields: string[];
}

class ImportCountsDto {
  @IntegerField({ example: 1200, description: 'Lines under the column names.' })
  rowCount: number;

  @IntegerField({ example: 1000 })
  created: number;

  @IntegerField({ example: 150 })
  changed: number;

  @IntegerField({ example: 48, description: 'Lines that say what is there already.' })
  unchanged: number;

  @IntegerField({ example: 2, description: 'Lines that broke a rule.' })
  refused: number;

  @ListField(() => ImportProblemDto, { max: 1000, description: 'The first thousand.' })
  problems: ImportProblemDto[];
}

/** What a file would do. */
export class CheckedImportDto extends ImportCountsDto {
  @ListField(() => ImportChangeDto, { max: 100, description: 'The first hundred lines that would change something.' })
  changes: ImportChangeDto[];
}

export class CustomerImportDto extends ImportCountsDto {
  @IdField('customerImport')
  id: string;

  @TimeField()
  createdAt: Date;

  @TimeField({ nullable: true, example: '2026-11-01T08:00:20.000Z', description: 'Null while lines wait; how many are done, the counts tell.' })
  finishedAt: Date | null;
}
