/** Short for what browsers say of themselves: `Chrome 142, Linux`. */
export function browserName(agent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|HeadlessChrome|Version)\/(\d+)/.exec(agent);
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1];
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', HeadlessChrome: 'Chrome', Version: 'Safari' };
  if (!browser) return agent.slice(0, 60);
  const [, name = '', version] = browser;
  return `${names[name] ?? name} ${version}${system ? `, ${system}` : ''}`;
}
