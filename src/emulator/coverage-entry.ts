// One line of a coverage list.
import type { Route, Support } from './room';

export interface Coverage {
  method: Route['method'];
  path: string;
  support: Support;
  note?: string;
}
