import type { INestApplication } from '@nestjs/common';
import { NumberStockService } from '../../src/features/number-stock/number-stock.service';

/**
 * Puts numbers into the provider's stock; a range such as `95001..95009` is many.
 * @param heldFor the one tenant that may lease them; null for any
 */
export async function stockNumbers(app: INestApplication, heldFor: string | null, ...numbers: string[]): Promise<void> {
  await app.get(NumberStockService, { strict: false }).add({ numbers, heldFor });
}
