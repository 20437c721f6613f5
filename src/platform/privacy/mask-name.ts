/** A name as those see it who need not know whose it is: `王**`, `W**`. It does not tell how long the name is. */
export function maskName(name: string): string {
  const [first = ''] = name;
  return `${first}**`;
}
