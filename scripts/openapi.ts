import { describeSource, writeDocument } from './checks/api-document';

/** Writes docs/openapi.json from the source. */
async function main(): Promise<void> {
  const document = await describeSource();
  const path = writeDocument(document);
  process.stderr.write(`${path}: ${Object.keys(document.paths).length} paths\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
