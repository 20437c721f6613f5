import type { Parties } from '../../invoices/domain/parties';
import { monthName } from './figures';
import { type DocumentLine, isTax, type Row, rowOf, sectionOf, SECTIONS } from './rows';
import { type Language, type Say, wordsOf } from './words';

/** An invoice as it was kept. */
export interface KeptInvoice {
  readonly id: string;
  readonly period: string;
  readonly state: string;
  readonly number: string | null;
  readonly currency: string;
  readonly timezone: string;
  readonly totalMicro: bigint;
  readonly roundingMicro: bigint;
  readonly payableMicro: bigint;
  /** Day of its finalization and last day to pay it, in its zone; null for a draft. */
  readonly issuedOn: string | null;
  readonly dueOn: string | null;
  readonly lines: readonly DocumentLine[];
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly sumMicro: bigint;
}

export interface Tax {
  readonly name: string;
  readonly percent: string;
  readonly amountMicro: bigint;
}

/** What a document says, in its language and before it has a form. */
export interface InvoiceDocument {
  readonly language: Language;
  readonly say: Say;
  readonly invoice: KeptInvoice;
  readonly parties: Parties;
  /** Such as `October 2026`. */
  readonly month: string;
  readonly sections: readonly Section[];
  /** Σ sections. */
  readonly netMicro: bigint;
  readonly taxes: readonly Tax[];
}

/** total = Σ sections + Σ taxes, as every line stands in one of them. */
export function invoiceDocument(invoice: KeptInvoice, parties: Parties, language: Language): InvoiceDocument {
  const say = wordsOf(language);
  const context = { say, language, currency: invoice.currency };
  const charged = invoice.lines.filter((line) => !isTax(line));
  const sections = SECTIONS.flatMap((word) => {
    const lines = charged.filter((line) => sectionOf(line) === word);
    return lines.length === 0 ? [] : [{ title: say(word), rows: lines.map((line) => rowOf(line, context)), sumMicro: sumOf(lines) }];
  });
  const taxes = invoice.lines.filter(isTax).map((line) => taxOf(rowOf(line, context)));
  return { language, say, invoice, parties, month: monthName(invoice.period, language), sections, netMicro: sumOf(charged), taxes };
}

function taxOf({ name, quantity, amountMicro }: Row): Tax {
  return { name, percent: quantity, amountMicro };
}

function sumOf(lines: readonly DocumentLine[]): bigint {
  return lines.reduce((sum, { amountMicro }) => sum + amountMicro, 0n);
}
