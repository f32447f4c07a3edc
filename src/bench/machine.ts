// What the figures were measured on.
import { cpus, loadavg, totalmem } from 'node:os';

const GIB = 1024 ** 3;

/** One line: processor, cores, memory, Node, and how busy the machine was just before. */
export function machineLine(): string {
  const [first] = cpus();
  const memory = `${(totalmem() / GIB).toFixed(0)} GB`;
  const load = (loadavg()[0] ?? 0).toFixed(2);
  const system = `${process.platform} ${process.arch}`;
  return `${cpus().length} cores (${first?.model ?? 'unknown'}), ${memory}, Node ${process.versions.node}, ${system}; load before: ${load}`;
}
