/** How much work a processor second does. @param work says how much it has done */
export function perCpuSecond(work: () => number): number {
  const before = process.cpuUsage();
  const done = work();
  const spent = process.cpuUsage(before);
  return (done * 1e6) / (spent.user + spent.system);
}
