import type { INestApplication } from '@nestjs/common';
import { NumberStockService } from '../../src/features/number-stock/number-stock.service';

/** Puts numbers that any tenant may lease into the provider's stock; a range such as `95001..95009` is many. */
export async function stockNumbers(app: INestApplication, ...numbers: string[]): Promise<void> {
  await app.get(NumberStockService, { strict: false }).add({ numbers, heldFor: null });
}
