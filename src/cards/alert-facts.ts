// The rows of an alert card, as label and value. Every value goes into a `TextRun`, so outside text enters here through
// that sink alone.
import { hasDetails, type AlertView } from '../domain/disclosure';
import type { Reduced } from '../domain/stored-alert';
import { toTextRun, type Untrusted } from '../domain/untrusted';
import * as alertWords from '../domain/wording/alert-words';
import { LABELS, NOTES } from '../domain/wording/card-words';
import { changeWords } from '../domain/wording/change-words';
import { instantWords, spanWords } from '../domain/wording/time-words';
import type { Fact } from './adaptive-card';

/** Longer names are cut: a row is for recognising somebody. */
export const NAME_MAX_GRAPHEMES = 80;

const showName = (name: Untrusted) => toTextRun(name, NAME_MAX_GRAPHEMES);

export function ownerWords(view: AlertView): string {
  return view.owner === null ? LABELS.noOwner : showName(view.owner);
}

export function lastChangeWords(view: AlertView): string {
  return view.lastChange === null ? LABELS.noChange : changeWords(view.lastChange, showName);
}

function verdictFacts(view: AlertView): Fact[] {
  const facts: Fact[] = [];
  if (view.classification !== null) {
    facts.push({ label: LABELS.classification, value: alertWords.classificationWords(view.classification) });
  }
  if (view.determination !== null) {
    facts.push({ label: LABELS.determination, value: alertWords.determinationWords(view.determination) });
  }
  return facts;
}

function revealFacts({ revealedUntil }: AlertView): Fact[] {
  return revealedUntil === null ? [] : [{ label: LABELS.reveal, value: NOTES.revealed(instantWords(revealedUntil)) }];
}

/** Why a card says so little. */
export function stubWords({ at, afterDays }: Reduced): string {
  return NOTES.reduced(instantWords(at), alertWords.countWords(afterDays, 'day'));
}

/** What is left after retention. */
function stubFacts(view: AlertView): Fact[] {
  return [
    { label: LABELS.riskKind, value: alertWords.riskKindWords(view.riskKind) },
    { label: LABELS.status, value: alertWords.statusWords(view.status) },
    { label: LABELS.raised, value: instantWords(view.raised) },
    ...verdictFacts(view),
  ];
}

/** What everyone in the channel may read. `withEvidence` false leaves the counts out, for a smaller card. */
export function alertFacts(view: AlertView, withEvidence: boolean): Fact[] {
  if (view.reduced !== null) return stubFacts(view);
  const evidence = withEvidence ? [{ label: LABELS.evidence, value: alertWords.evidenceWords(view.evidence) }] : [];
  // What is left out on purpose is not called missing: a neutral card has no such row.
  const person = view.neutral ? [] : [{ label: LABELS.person, value: alertWords.personWords(view.alias) }];
  const owner = view.neutral ? [] : [{ label: LABELS.owner, value: ownerWords(view) }];
  return [
    { label: LABELS.riskKind, value: alertWords.riskKindWords(view.riskKind) },
    ...person,
    { label: LABELS.status, value: alertWords.statusWords(view.status) },
    ...owner,
    { label: LABELS.raised, value: instantWords(view.raised) },
    { label: LABELS.activity, value: spanWords(view.firstActivity, view.lastActivity) },
    ...evidence,
    ...verdictFacts(view),
    { label: LABELS.lastChange, value: lastChangeWords(view) },
    ...revealFacts(view),
  ];
}

/** What an analyst sees besides; empty for a view without details. */
export function detailFacts(view: AlertView): Fact[] {
  if (!hasDetails(view)) return [];
  const { incidentId, detectionSource, mitreTechniques, lastUpdated, resolved, commentCount } = view.details;
  return [
    { label: LABELS.incident, value: incidentId ?? alertWords.NOT_GIVEN },
    { label: LABELS.detectionSource, value: alertWords.sourceWords(detectionSource) },
    {
      label: LABELS.techniques,
      value: mitreTechniques.length === 0 ? alertWords.NOT_GIVEN : mitreTechniques.join(', '),
    },
    { label: LABELS.lastUpdated, value: instantWords(lastUpdated) },
    ...(resolved === null ? [] : [{ label: LABELS.resolved, value: instantWords(resolved) }]),
    { label: LABELS.comments, value: String(commentCount) },
  ];
}
