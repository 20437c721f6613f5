/** Progress goes to stderr; stdout is for the table and the JSON document. */
export async function step<T>(what: string, work: () => Promise<T>, outcome: (result: T) => string = () => ''): Promise<T> {
  const began = Date.now();
  process.stderr.write(`▸ ${what} …\n`);
  const ticker = setInterval(() => process.stderr.write(`  ${what}: ${seconds(began)}\n`), 10_000);
  try {
    const result = await work();
    const said = outcome(result);
    process.stderr.write(`  done in ${seconds(began)}${said && `: ${said}`}\n`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}

function seconds(began: number): string {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
