// How a regular expression is refused.
import { KqlRefusal } from '../kql-table';

export function malformed(pattern: string): KqlRefusal {
  return new KqlRefusal('semantic', `The regular expression '${pattern}' cannot be read.`);
}

export function unsupportedRegex(pattern: string, what: string): KqlRefusal {
  return new KqlRefusal('unsupported', `The regular expression '${pattern}' uses ${what}, which is not supported.`);
}
