// Every card that answers a command, with outside text wherever a card can carry any.
import type { AdaptiveCard } from '../../src/cards/adaptive-card';
import { drawApprovalCard, drawApprovalLook, drawSettledApproval } from '../../src/cards/approval-card';
import { drawConfirmCard, drawSettledCard } from '../../src/cards/confirm-card';
import { drawHuntingCard } from '../../src/cards/hunting-card';
import { drawHuntingFailure, drawHuntingLooking } from '../../src/cards/hunting-note';
import { drawIncidentCard } from '../../src/cards/incident-card';
import { drawAlertList, drawIncidentList } from '../../src/cards/list-card';
import { approvalView, type ActAsked, type ApprovalOutcome } from '../../src/domain/disclose-approval';
import {
  confirmView,
  type ChangeAsked,
  type ConfirmOutcome,
  type ConfirmView,
} from '../../src/domain/disclose-confirm';
import { HUNTING_GAPS } from '../../src/domain/disclose-hunting';
import { incidentListView, incidentView } from '../../src/domain/disclose-incident';
import { alertListView } from '../../src/domain/disclose-list';
import type { StoredAlert } from '../../src/domain/stored-alert';
import { Untrusted } from '../../src/domain/untrusted';
import { aHuntingAnswer, daysOf, figures, ranked } from '../builders/hunting-answer';
import { at, storedAlert } from '../domain/alert-builder';
import { everyFailure } from '../domain/wording/failures';

type Named = [string, AdaptiveCard];

/** What every button of these cards carries. */
const CARD_REF = 'ref-0123456789abcdef0123456789abcdef';
const WINDOW = { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' };

/** An answer with outside text in every place, as long as answers come. */
export function fullAnswer(outside: string) {
  const text = Untrusted.of(outside);
  return aHuntingAnswer({
    asked: {
      targetDomain: text,
      label: text,
      account: text,
      department: text,
      device: text,
      sensitiveInfoType: text,
      dlpOutcome: 'block',
      alertNumber: 1042,
      groupBy: 'account',
      widened: true,
    },
    total: figures(9_999_999, 9_999, 99_999_999),
    previous: { window: { from: '2026-02-25T10:00:00Z', to: WINDOW.from }, total: figures(23) },
    defaultWindow: true,
    rows: ranked(Array<string>(50).fill(outside)),
    rowsInAll: 9_999,
    days: daysOf(Array<number>(31).fill(9_999_999)),
    gaps: HUNTING_GAPS,
    kql: Untrusted.of(
      Array<string>(200)
        .fill(`| where AccountUpn == "${outside.slice(0, 300)}"`)
        .join('\n'),
    ),
    portalUrl: `https://security.microsoft.com/v2/advanced-hunting?query=${'H4sI'.repeat(480)}`,
  });
}

function huntingCards(outside: string): Named[] {
  const few = ranked([outside, 'General', 'Public']);
  const whole = few.reduce((sum, row) => sum + row.figures.files, 0);
  const answers = [
    ['full', fullAnswer(outside)],
    ['days', { ...fullAnswer(outside), asked: { ...fullAnswer(outside).asked, groupBy: 'day' as const } }],
    ['a ring', aHuntingAnswer({ asked: { groupBy: 'label' }, rows: few, total: figures(whole, 3) })],
    ['behaviours', aHuntingAnswer({ counts: 'behaviors', asked: { anomalousOnly: true, activity: 'upload' } })],
    ['zero', aHuntingAnswer({ total: figures(0, 0), days: null, portalUrl: null })],
    ['bars', aHuntingAnswer({ asked: { groupBy: 'domain' }, rows: few })],
  ] as const;
  return [
    ...answers.map(([what, view]): Named => [`hunting, ${what}`, drawHuntingCard(view, CARD_REF)]),
    ['hunting, looking', drawHuntingLooking({ window: WINDOW, timeZone: 'UTC', defaultWindow: true })],
    ...everyFailure(outside).map((failure): Named => [`hunting, ${failure.code}`, drawHuntingFailure(failure)]),
  ];
}

const alerts = (outside: string, count: number): StoredAlert[] =>
  Array.from({ length: count }, (_, index) =>
    storedAlert({
      number: 1000 + index,
      severity: (['high', 'medium', 'low', 'informational', null] as const)[index % 5] ?? null,
      status: (['new', 'inProgress', 'resolved', null] as const)[index % 4] ?? null,
      alias: `K7F${index % 3}K7F2K7F2K7F2`,
      assignedTo: Untrusted.of(outside),
    }),
  );

function listCards(outside: string): Named[] {
  const text = Untrusted.of(outside);
  const asked = {
    status: ['new', 'inProgress'],
    severity: ['high', 'medium'],
    assignee: text,
    account: text,
    policy: text,
    window: WINDOW,
    sort: 'severity',
  } as const;
  const incident = (id: string, count: number, elsewhere: number) =>
    incidentView(
      { id, status: 'active', severity: 'high', created: at('2026-03-04T10:00:00Z'), lastUpdate: null },
      alerts(outside, count),
      elsewhere,
    );
  const page = { total: 54, from: 11, asked, timeZone: 'Europe/Berlin' };
  const incidents = [incident('77', 2, 0), incident(outside, 0, 3)];
  return [
    ['list of alerts', drawAlertList(alertListView(alerts(outside, 10), page), CARD_REF)],
    ['list of alerts, empty', drawAlertList(alertListView([], { ...page, total: 0, from: 1 }), CARD_REF)],
    [
      'list of incidents',
      drawIncidentList(
        incidentListView(incidents, {
          ...page,
          asked: { status: ['active', 'inProgress'], severity: ['high'], window: WINDOW },
        }),
        CARD_REF,
      ),
    ],
    ['incident', drawIncidentCard(incident('77', 40, 1), CARD_REF)],
    ['incident without alerts', drawIncidentCard(incident('78', 0, 0), CARD_REF)],
  ];
}

const changes = (text: Untrusted): ChangeAsked[] => [
  { kind: 'start' },
  { kind: 'reopen' },
  { kind: 'comment' },
  { kind: 'unassign' },
  { kind: 'assign', assignee: 'me' },
  { kind: 'assign', assignee: text },
  { kind: 'resolve', classification: null, determination: null },
  { kind: 'resolve', classification: 'truePositive', determination: null },
  { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' },
];

function confirmCards(outside: string): Named[] {
  const text = Untrusted.of(outside);
  const options = { cardRef: CARD_REF, asker: text, until: at('2026-03-11T10:42:00Z') };
  const stored = storedAlert({ assignedTo: text });
  const views = changes(text).map((change) => confirmView(stored, change, text));
  const stale = { code: 'stale', status: 'resolved', owner: text, changedBy: text } as const;
  const done: ConfirmOutcome = { is: 'done', who: text, at: options.until, saying: null };
  const settled = (view: ConfirmView, outcome: ConfirmOutcome): Named => [
    `settled ${view.change.kind}, ${outcome.is}`,
    drawSettledCard(view, outcome, options.asker),
  ];
  const outcomes: ConfirmOutcome[] = [
    { is: 'cancelled', who: text, at: options.until },
    { is: 'expired', at: options.until },
    { is: 'stale', saying: { ...stale, changedAt: options.until, commentAdded: false } },
    { is: 'refused', saying: { code: 'noRole', needs: ['analyst'] } },
  ];
  return [
    ...views.map((view, index): Named => [
      `confirm ${index}, ${view.change.kind}`,
      drawConfirmCard(view, options, 'Choose one first. Nothing was changed.'),
    ]),
    ...views.slice(-1).flatMap((view) => outcomes.map((outcome) => settled(view, outcome))),
    ...views.slice(5, 6).map((view): Named => settled(view, done)),
    ...views.slice(0, 1).map((view): Named => settled(view, { ...done, saying: { code: 'changedButCommentFailed' } })),
  ];
}

function approvalCards(outside: string): Named[] {
  const text = Untrusted.of(outside);
  const stored = storedAlert({ assignedTo: text });
  const options = { cardRef: CARD_REF, requester: text, until: at('2026-03-11T10:42:00Z') };
  const acts: [string, ActAsked][] = [
    ['reveal', { action: 'reveal' }],
    [
      'dismiss',
      { action: 'change', change: { kind: 'resolve', classification: 'falsePositive', determination: 'notMalicious' } },
    ],
  ];
  const outcomes: ApprovalOutcome[] = [
    { is: 'approved', who: text, at: options.until, until: options.until },
    { is: 'declined', who: text, at: options.until },
    { is: 'expired', at: options.until },
    { is: 'stale' },
  ];
  return acts.flatMap(([what, act]): Named[] => {
    const view = approvalView(stored, act);
    return [
      [`approval of ${what}`, drawApprovalCard(view, options)],
      [`approval of ${what}, look`, drawApprovalLook(view, options, text)],
      ...outcomes.map((outcome): Named => [
        `approval of ${what}, ${outcome.is}`,
        drawSettledApproval(view, outcome, text),
      ]),
    ];
  });
}

export function everyAnswer(outside: string): Named[] {
  return [...huntingCards(outside), ...listCards(outside), ...confirmCards(outside), ...approvalCards(outside)];
}
