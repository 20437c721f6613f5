import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { Principal } from '../../platform/auth/principal';
import { AppError } from '../../platform/errors/app-error';
import { maskNumber } from '../../platform/privacy/mask-number';
import { localDateOf } from '../../platform/time/calendar';
import { BrandingReader } from '../branding/branding.reader';
import { InvoicesReader, type ReadableInvoice } from '../invoices/invoices.reader';
import type { KnownUsage } from '../usage/usage.reader';
import { type CallCells, callCells, callsHead, type InvoicedCall } from './domain/calls-table';
import { type InvoiceDocument, invoiceDocument } from './domain/invoice-document';
import { ublInvoice } from './domain/ubl-invoice';
import { type Language, wordsOf } from './domain/words';
import { typesetPdf } from './typeset-pdf';
import { writeWorkbook } from './write-workbook';

export interface DocumentFile {
  readonly name: string;
  readonly body: Uint8Array | Readable;
}

/** A workbook is made in memory: beyond these the CSV has them. */
const MOST_CALLS_IN_WORKBOOK = 50_000;

/** Invoices as files. A finalized one gives the same document whenever it is asked for. */
@Injectable()
export class InvoiceDocumentsService {
  constructor(
    private readonly invoices: InvoicesReader,
    private readonly branding: BrandingReader,
  ) {}

  /** @throws AppError not_found */
  async pdf(id: string, language: Language): Promise<DocumentFile> {
    const invoice = await this.invoices.get(id);
    return { name: nameOf(invoice, 'pdf'), body: await typesetPdf(documentOf(invoice, language), await this.branding.logo()) };
  }

  /** @throws AppError not_found */
  async workbook(id: string, language: Language, principal: Principal): Promise<DocumentFile> {
    const invoice = await this.invoices.get(id);
    const document = documentOf(invoice, language);
    const calls: CallCells[] = [];
    for await (const cells of this.cellsOf(invoice, document, principal)) {
      if (calls.length === MOST_CALLS_IN_WORKBOOK) return { name: nameOf(invoice, 'xlsx'), body: await writeWorkbook(document, calls, MOST_CALLS_IN_WORKBOOK) };
      calls.push(cells);
    }
    return { name: nameOf(invoice, 'xlsx'), body: await writeWorkbook(document, calls) };
  }

  /** @throws AppError not_found */
  async calls(id: string, language: Language, principal: Principal): Promise<DocumentFile> {
    const invoice = await this.invoices.get(id);
    const document = documentOf(invoice, language);
    const rows = Readable.from(this.cellsOf(invoice, document, principal));
    const csv = rows.pipe(stringify({ header: true, columns: callsHead(wordsOf(language), invoice.currency).map((header, at) => ({ key: String(at), header })), record_delimiter: 'windows', bom: true }));
    rows.on('error', (error) => csv.destroy(error));
    return { name: nameOf(invoice, 'csv'), body: csv };
  }

  /** @throws AppError not_found, conflict for a draft */
  async ubl(id: string, language: Language): Promise<DocumentFile> {
    const invoice = await this.invoices.get(id);
    if (invoice.state === 'draft') throw new AppError('conflict', 'A draft is no invoice yet: its month is not over.');
    return { name: nameOf(invoice, 'xml'), body: Buffer.from(ublInvoice(documentOf(invoice, language))) };
  }

  private async *cellsOf(invoice: ReadableInvoice, { say }: InvoiceDocument, { permissions }: Principal): AsyncGenerator<CallCells> {
    const seesAll = permissions.includes('personal-data:read');
    for (const [at, line] of invoice.lines.entries()) {
      if (!('usagePeriod' in line)) continue;
      for await (const portion of this.invoices.callsOf(invoice.id, line.id)) {
        for (const usage of portion) yield callCells(callOf(usage, seesAll), { position: at + 1, direction: line.direction, prefix: line.prefix }, invoice.timezone, say);
      }
    }
  }
}

/** The tenant's own numbers are no secret. */
function callOf(usage: KnownUsage, seesAll: boolean): InvoicedCall {
  const isShown = seesAll || usage.kind === 'inbound' || usage.number === null;
  return { ...usage, number: isShown ? usage.number : maskNumber(usage.number ?? '') };
}

function documentOf(invoice: ReadableInvoice, language: Language): InvoiceDocument {
  const issuedOn = invoice.finalizedAt && localDateOf(invoice.finalizedAt, invoice.timezone);
  return invoiceDocument({ ...invoice, issuedOn }, invoice.parties, language);
}

function nameOf({ number, period }: ReadableInvoice, ending: string): string {
  return `${number ?? `draft-${period}`}.${ending}`;
}
