// A report posted here again and again: how often as cron, and the report as its own sentence without the schedule.
import type { ScheduledReport } from '../../domain/command';
import type { Reading } from '../../domain/reading';
import type { Piece } from '../sentence/piece';
import type { Sentence } from '../sentence/sentence';
import { cronOf, type Every } from '../time/every';
import { notUnderstood, understood } from './outcome';
import { readHunting } from './read-hunting';
import { readList } from './read-list';
import { readTriage } from './read-triage';

const FRAME = ['every', 'clock', 'post', 'schedule', 'channel'];
const WEEK = 7;

/** "daily uploads" arranges by day; a schedule is posted, or says its days or its hour. */
function isSchedule(sentence: Sentence): boolean {
  const every = sentence.pieces.flatMap((piece) => piece.every ?? []);
  if (every.length === 0) return false;
  const isPosted = ['post', 'schedule', 'channel'].some((kind) => sentence.pieces.some((piece) => piece.kind === kind));
  const isExplicit = every.some(({ base, adjective }) => base === 'days' && !adjective);
  return isPosted || isExplicit || sentence.has('clock');
}

/** "weekly on Monday": the day belongs to the schedule. */
function weekdayOf(piece: Piece, isWeekly: boolean): Every | null {
  const weekday = isWeekly ? piece.time?.weekday : undefined;
  return weekday === undefined ? null : { base: 'days', weekdays: String(weekday % WEEK) };
}

/** What is posted: the pieces that say neither how often nor where. */
function reportPieces(sentence: Sentence, isWeekly: boolean): Piece[] {
  return sentence.pieces.filter(
    (piece, at) =>
      !FRAME.includes(piece.kind) &&
      weekdayOf(piece, isWeekly) === null &&
      // The joint between two parts of the schedule.
      !(['and', 'at', 'on', 'in', 'to'].includes(piece.value) && FRAME.includes(sentence.pieces[at + 1]?.kind ?? '')),
  );
}

function isReport(
  command: Reading['command'],
): command is Extract<Reading['command'], { command: ScheduledReport['command'] }> {
  return ['summarizeHunting', 'reportTriage', 'listAlerts'].includes(command.command);
}

function readReport(sentence: Sentence, isWeekly: boolean): Reading {
  const pieces = reportPieces(sentence, isWeekly);
  for (const read of [readTriage, readHunting, readList]) {
    const reading = read(sentence.again(pieces), 'period');
    if (reading !== null) return reading;
  }
  return notUnderstood('schedule');
}

export function readSchedule(sentence: Sentence): Reading | null {
  if (!isSchedule(sentence)) return null;
  const every = sentence.pieces.flatMap((piece) => piece.every ?? []);
  const isWeekly = every.some(({ base }) => base === 'week');
  const days = sentence.pieces.flatMap((piece) => weekdayOf(piece, isWeekly) ?? []);
  const clocks = sentence.pieces.flatMap((piece) => (piece.clocks ? [piece.clocks] : []));
  const cron = clocks.length > 1 ? null : cronOf([...every, ...days], clocks.flat());
  const { command: report, because, widened } = readReport(sentence, isWeekly);
  if (cron === null) return notUnderstood('schedule');
  if (!isReport(report)) return notUnderstood(because ?? 'schedule');
  return understood({ command: 'scheduleReport', report, cron }, widened);
}
