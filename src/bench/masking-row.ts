// Rows: what it costs to make a masker of the people an alert names and to mask its text, told apart and together. The
// baseline replaces the same people's plain forms by one regular expression, and so misses most ways to write a name.
import { createMasker } from '../domain/mask-text';
import { rewritten, type Untrusted } from '../domain/untrusted';
import type { Amounts } from './amounts';
import type { BenchRow } from './bench-row';
import { median } from './figures';
import { FORMS, namedAlert, PEOPLE, TEXT_CHARACTERS } from './named-alert';

const GOAL_MS = 1;
const WARM_UP = 300;
const WHAT = `an alert of ${TEXT_CHARACTERS / 1_024} KB with ${PEOPLE.length} people`;
const { title, description } = namedAlert();

type Mask = (text: Untrusted) => Untrusted;
interface Times {
  made: number;
  masked: number;
}

let expressions = 0;

/** Each is another expression, or the engine would remember the one it compiled before. */
function plainReplacing(): Mask {
  expressions += 1;
  const forms = [...FORMS, `nobody ${expressions}`].map((form) => form.replace(/[.\\^$*+?()[\]{}|]/g, '\\$&'));
  const anyForm = new RegExp(forms.join('|'), 'giu');
  return (text) => rewritten(text, (source) => source.replace(anyForm, 'a person'));
}

/** Milliseconds of one alert. Throws when the text came back as it was: then nothing was measured. */
function once(make: () => Mask): Times {
  const began = performance.now();
  const mask = make();
  const made = performance.now();
  const isMasked = mask(title) !== title && mask(description) !== description;
  const masked = performance.now();
  if (!isMasked) throw new Error('a text was not masked');
  return { made: made - began, masked: masked - made };
}

/** Alert after alert, each timed by itself; the first ones are left out, since they compile. */
function timesOf(make: () => Mask, alerts: number): Times[] {
  return Array.from({ length: alerts + WARM_UP }, () => once(make)).slice(WARM_UP);
}

export async function maskingRows({ maskedAlerts }: Amounts): Promise<BenchRow[]> {
  const own = timesOf(() => createMasker(PEOPLE), maskedAlerts);
  const plain = timesOf(plainReplacing, maskedAlerts);
  const row = (what: string, baseline: string, figureOf: (times: Times) => number): BenchRow => ({
    ...{ what, unit: 'ms', goal: null },
    figure: median(own.map(figureOf)),
    baseline: { name: baseline, figure: median(plain.map(figureOf)) },
  });
  const both = row(`${WHAT} masked, median`, 'a plain replace of their names', ({ made, masked }) => made + masked);
  return [
    { ...both, goal: { is: 'figureUpTo', figure: GOAL_MS } },
    row('of that, the masker made', 'its expression made', ({ made }) => made),
    row('of that, the text masked', 'its expression run', ({ masked }) => masked),
  ];
}
