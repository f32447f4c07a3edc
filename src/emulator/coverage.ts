// Everything the emulator stands in for, operation by operation, so that nobody has to guess what is missing.
import type { Coverage } from './coverage-entry';
import { graphCoverage } from './graph/coverage';
import { teamsCoverage } from './teams/coverage';

export function emulatorCoverage(): Coverage[] {
  return [...graphCoverage, ...teamsCoverage];
}
