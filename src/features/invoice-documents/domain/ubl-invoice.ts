import { create } from 'xmlbuilder2';
import { decimalOf } from '../../../platform/money/money';
import { minorDigits } from '../../../platform/money/currency';
import type { BillTo } from '../../contracts/domain/contract-terms';
import type { InvoiceDocument } from './invoice-document';
import type { Row } from './rows';

const INVOICE = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2';
const AGGREGATE = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2';
const BASIC = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2';
/** UNCL 1001: a commercial invoice. */
const COMMERCIAL = '380';
/** UNCL 4461: credit transfer. */
const TRANSFER = '30';

/**
 * UBL 2.1, its elements in the schema's order. Lines are before tax, exact to the micro-unit; what rounding to the payable
 * amount has made of their sum is its PayableRoundingAmount.
 */
export function ublInvoice(document: InvoiceDocument): string {
  const { invoice, parties, netMicro, taxes, sections, say } = document;
  const { currency } = invoice;
  const money = (micro: bigint) => ({ '@currencyID': currency, '#': decimalOf(micro, minorDigits(currency)) });
  const taxMicro = taxes.reduce((sum, { amountMicro }) => sum + amountMicro, 0n);
  const category = categoryOf(taxes);
  const rows = sections.flatMap((section) => section.rows);
  const [first, last] = monthDays(invoice.period);
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    Invoice: {
      '@xmlns': INVOICE,
      '@xmlns:cac': AGGREGATE,
      '@xmlns:cbc': BASIC,
      'cbc:UBLVersionID': '2.1',
      'cbc:ID': invoice.number,
      'cbc:IssueDate': invoice.issuedOn,
      ...(invoice.dueOn !== null && { 'cbc:DueDate': invoice.dueOn }),
      'cbc:InvoiceTypeCode': COMMERCIAL,
      'cbc:DocumentCurrencyCode': currency,
      'cac:InvoicePeriod': { 'cbc:StartDate': first, 'cbc:EndDate': last },
      'cac:AccountingSupplierParty': { 'cac:Party': party(parties.issuer) },
      'cac:AccountingCustomerParty': { 'cac:Party': party(parties.billTo) },
      ...(parties.issuer.bank !== '' && {
        'cac:PaymentMeans': { 'cbc:PaymentMeansCode': TRANSFER, 'cbc:PaymentID': invoice.number, 'cac:PayeeFinancialAccount': { 'cbc:PaymentNote': parties.issuer.bank } },
      }),
      'cac:TaxTotal': {
        'cbc:TaxAmount': money(taxMicro),
        'cac:TaxSubtotal': { 'cbc:TaxableAmount': money(netMicro), 'cbc:TaxAmount': money(taxMicro), 'cac:TaxCategory': category },
      },
      'cac:LegalMonetaryTotal': {
        'cbc:LineExtensionAmount': money(netMicro),
        'cbc:TaxExclusiveAmount': money(netMicro),
        'cbc:TaxInclusiveAmount': money(invoice.totalMicro),
        'cbc:PayableRoundingAmount': money(invoice.roundingMicro),
        'cbc:PayableAmount': money(invoice.payableMicro),
      },
      'cac:InvoiceLine': rows.map((row, at) => lineOf(row, at, money, category, say('quantity'))),
    },
  }).end({ prettyPrint: true });
}

function lineOf({ name, remark, quantity, price, amountMicro }: Row, at: number, money: (micro: bigint) => object, category: object, word: string): object {
  const told = [remark, quantity === '' ? '' : `${word} ${quantity} × ${price}`].filter((part) => part !== '').join('; ');
  return {
    'cbc:ID': String(at + 1),
    // what is counted differs from line to line, and so does what a price is for: the item's description tells them
    'cbc:InvoicedQuantity': { '@unitCode': 'C62', '#': '1' },
    'cbc:LineExtensionAmount': money(amountMicro),
    'cac:Item': { ...(told !== '' && { 'cbc:Description': told }), 'cbc:Name': name, 'cac:ClassifiedTaxCategory': category },
    'cac:Price': { 'cbc:PriceAmount': money(amountMicro) },
  };
}

/** UNCL 5305: S is taxed by a rate, O not subject to tax. */
function categoryOf(taxes: InvoiceDocument['taxes']): object {
  const [tax] = taxes;
  return {
    'cbc:ID': tax ? 'S' : 'O',
    ...(tax && { 'cbc:Percent': tax.percent.replace(' %', '') }),
    'cac:TaxScheme': { 'cbc:ID': 'VAT', ...(tax && { 'cbc:Name': tax.name }) },
  };
}

function party({ name, address, taxId, email, country }: BillTo): object {
  const lines = address.split('\n').filter((line) => line !== '');
  return {
    'cac:PartyName': { 'cbc:Name': name },
    'cac:PostalAddress': {
      ...(lines.length > 0 && { 'cac:AddressLine': lines.map((line) => ({ 'cbc:Line': line })) }),
      'cac:Country': { 'cbc:IdentificationCode': country },
    },
    ...(taxId !== '' && { 'cac:PartyTaxScheme': { 'cbc:CompanyID': taxId, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } } }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
    ...(email !== '' && { 'cac:Contact': { 'cbc:ElectronicMail': email } }),
  };
}

function monthDays(period: string): [string, string] {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return [`${period}-01`, new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)];
}
