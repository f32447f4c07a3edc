// One alert as a row of a list: two lines that fold on a phone, pressed as a whole to see the alert's own card.
import type { ChannelView } from '../domain/disclosure';
import { toTextRun } from '../domain/untrusted';
import * as alertWords from '../domain/wording/alert-words';
import { LIST } from '../domain/wording/answer-card-words';
import { instantWords } from '../domain/wording/time-words';
import { showAlertPress } from './answer-buttons';
import { severityLook } from './severity-look';
import type { CardData } from './template';
import { inOneLine, unbroken } from './unbroken';

/** Graphemes of an owner's name, and whether the person stands in the row or above it. */
export interface RowOptions {
  names: number;
  withPerson: boolean;
}

export function alertRow(alert: ChannelView, cardRef: string, { names, withPerson }: RowOptions): CardData {
  const look = severityLook(alert.severity);
  const owner = alert.owner === null ? unbroken(LIST.noOwner) : `owner ${toTextRun(alert.owner, names)}`;
  const details = [
    ...(withPerson ? [alertWords.personWords(alert.alias)] : []),
    alert.status === null ? `status ${alertWords.NOT_GIVEN}` : alertWords.statusWords(alert.status),
    `raised ${instantWords(alert.raised)}`,
    owner,
  ];
  return {
    severity: look.word,
    colour: look.colour,
    name: ` ${alert.number} `,
    what: alertWords.riskKindWords(alert.riskKind),
    details: inOneLine(details),
    press: showAlertPress(alert.number, cardRef),
  };
}
