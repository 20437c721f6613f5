/**
 * Money in JSON is the micro-units as a string of digits: JSON numbers beyond 2^53 change silently in most readers,
 * and `JSON.stringify` refuses a bigint. The rule is the field's name: whatever ends in `Micro` is money.
 */
export function stringifyMoney(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) => (typeof field === 'bigint' ? field.toString() : field));
}

/**
 * Reverses `stringifyMoney`: every field named `…Micro` holding a string of digits becomes a bigint.
 * @throws SyntaxError when the text is not JSON, or a `…Micro` field holds anything but digits or null
 */
export function parseMoneyJson(text: string): unknown {
  return JSON.parse(text, (key, field: unknown) => {
    if (!key.endsWith('Micro') || field === null) return field;
    if (typeof field !== 'string' || !/^-?\d+$/.test(field)) {
      throw new SyntaxError(`${key} must be a string of digits (micro-units), not ${JSON.stringify(field)}`);
    }
    return BigInt(field);
  });
}
