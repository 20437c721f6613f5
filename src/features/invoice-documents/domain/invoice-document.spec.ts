import { parseMicro } from '../../../platform/money/money';
import type { Parties } from '../../invoices/domain/parties';
import { type KeptInvoice, invoiceDocument } from './invoice-document';
import type { DocumentLine } from './rows';
import { ublInvoice } from './ubl-invoice';

const money = parseMicro;
const decimal = (text: string) => String(money(text));

const LINES = [
  { kind: 'seat', amountMicro: money('1045.161290'), key: 'seat', quantity: 6, firstDay: '2026-10-05', lastDay: '2026-10-31', days: 27, periodDays: 31, unitPriceMicro: decimal('200'), covers: ['2001'] },
  { kind: 'contract', amountMicro: money('1600'), key: 'c', code: 'circuits', name: 'Circuits', nameZh: '中继', item: 'monthly', firstDay: '2026-10-01', lastDay: '2026-10-31', days: 31, periodDays: 31, steps: [{ step: 'price', priceMicro: decimal('800'), base: '2', scale: '1' }] },
  { kind: 'contract', amountMicro: money('41300'), key: 'd', code: 'seats', name: 'Concurrent seats', nameZh: '并发席位', item: 'seats', firstDay: '2026-10-01', lastDay: '2026-10-31', days: 31, periodDays: 31, steps: [{ step: 'contracted', priceMicro: decimal('280'), base: '80', scale: '1' }, { step: 'overage', priceMicro: decimal('325.862'), base: '58', scale: '1' }] },
  { kind: 'usage', amountMicro: money('12.345678'), key: 'u', direction: 'outbound', prefix: '+86', tariffId: 'tar_1', usagePeriod: '2026-10', late: false, quantity: 31, billedSeconds: 3723, unitPriceMicro: decimal('0.12'), unitSeconds: 60 },
  { kind: 'usage', amountMicro: money('0.3'), key: 'l', direction: 'inbound', prefix: '', tariffId: 'tar_1', usagePeriod: '2026-09', late: true, quantity: 1, billedSeconds: 6, unitPriceMicro: null, unitSeconds: null },
  { kind: 'bundle', amountMicro: money('-10'), key: 'b', code: 'minutes', name: 'Minutes abroad', nameZh: '国际分钟', month: '2026-10', lastMonth: '2026-10', quantity: 3, seconds: 600, steps: [{ step: 'covered', priceMicro: decimal('-10'), base: '1', scale: '1' }] },
  { kind: 'discount', amountMicro: money('-2197.403484'), key: 'x', code: 'loyal', name: 'Loyalty', nameZh: '老客户', steps: [{ step: 'percentage', priceMicro: decimal('43948.069680'), base: '-5000000', scale: '100000000' }] },
  { kind: 'tax', amountMicro: money('2505.024209'), key: 't', code: 'tax', name: 'VAT', nameZh: 'VAT', steps: [{ step: 'percentage', priceMicro: decimal('41750.403484'), base: '6000000', scale: '100000000' }] },
] as unknown as DocumentLine[];

const totalMicro = LINES.reduce((sum, { amountMicro }) => sum + amountMicro, 0n);
const payableMicro = money('44255.43');
const KEPT: KeptInvoice = {
  id: 'inv_1', period: '2026-10', state: 'finalized', number: 'PHARMA-2026-000001', currency: 'CNY', timezone: 'Asia/Shanghai',
  totalMicro, payableMicro, roundingMicro: payableMicro - totalMicro, issuedOn: '2026-11-02', dueOn: '2026-12-02', lines: LINES,
};
const PARTIES: Parties = {
  issuer: { name: 'Example Outsourcing Ltd.', address: '1 Example Road\n200000 Shanghai', taxId: '91310000EXAMPLE00X', email: 'billing@outsourcing.example', country: 'CN', bank: 'Example Bank, Shanghai\nAccount 0000 0000 0000 0000' },
  billTo: { name: '药品公司 & <Sons>', address: '2 Example Road', taxId: '', email: '', country: 'CN' },
};

const told = (language: 'en' | 'zh-CN') => invoiceDocument(KEPT, PARTIES, language).sections.map(({ title, rows }) => [title, ...rows.map(({ name, remark, quantity, price }) => [name, remark, quantity, price])]);

it('says each line in the language that is asked for', () => {
  expect(told('en')).toEqual([
    ['Recurring', ['Seats', '5 October 2026 to 31 October 2026: 27 of 31 days', '6', '200.00 / month']],
    ['By contract', ['Circuits', '', '2', '800.00'], ['Concurrent seats', '80 × 280.00 + 58 × 325.862', '', 'by steps']],
    ['Calls', ['Calls out, +86', '1:02:03 billed', '31', '0.12 / minute']],
    ['Calls of earlier months', ['Calls in, all other numbers', 'of September 2026, 0:00:06 billed', '1', 'by steps']],
    ['Bundles', ['Minutes abroad', 'minutes of October 2026', '1', '-10.00']],
    ['Discounts, minimum, service level', ['Loyalty', '', '-5 %', '43,948.06968']],
  ]);
  expect(told('zh-CN').slice(0, 3)).toEqual([
    ['月租', ['席位', '2026年10月5日 至 2026年10月31日：27 / 31 天', '6', '200.00 / 月']],
    ['合同约定', ['中继', '', '2', '800.00'], ['并发席位', '80 × 280.00 + 58 × 325.862', '', '分段计价']],
    ['通话', ['呼出, +86', '计费 1:02:03', '31', '0.12 / 分钟']],
  ]);
});

it('leaves no line out: sections and taxes come to the total', () => {
  const { sections, taxes, netMicro } = invoiceDocument(KEPT, PARTIES, 'en');
  const sums = sections.reduce((sum, { sumMicro }) => sum + sumMicro, 0n);
  expect(taxes).toEqual([{ name: 'VAT', percent: '6 %', amountMicro: money('2505.024209') }]);
  expect([sums, netMicro + money('2505.024209')]).toEqual([netMicro, totalMicro]);
});

it('as UBL its amounts are those of the invoice, and names cannot break out', () => {
  const xml = ublInvoice(invoiceDocument(KEPT, PARTIES, 'en'));
  const amounts = (element: string) => [...xml.matchAll(new RegExp(`<cbc:${element} currencyID="CNY">([^<]*)<`, 'g'))].map(([, amount = '']) => money(amount));
  const [net = 0n] = amounts('TaxExclusiveAmount');
  expect(amounts('LineExtensionAmount').slice(1).reduce((sum, amount) => sum + amount, 0n)).toBe(net);
  expect(amounts('TaxInclusiveAmount')).toEqual([net + (amounts('TaxAmount')[0] ?? 0n)]);
  expect(amounts('PayableAmount')).toEqual([totalMicro + (amounts('PayableRoundingAmount')[0] ?? 0n)]);
  expect(xml).toContain('<cbc:Name>药品公司 &amp; &lt;Sons&gt;</cbc:Name>');
  expect(xml).toContain('<cbc:StartDate>2026-10-01</cbc:StartDate>');
  expect(xml).toContain('<cbc:EndDate>2026-10-31</cbc:EndDate>');
});
