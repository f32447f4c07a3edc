// The KQL behind a hunting answer, hidden until somebody asks for it. It is shown line by line, never cut within one:
// half a line would read as another query.
import type { HuntingAnswerView } from '../domain/disclose-hunting';
import { toCode, toTextRun, Untrusted } from '../domain/untrusted';
import { QUERY } from '../domain/wording/answer-card-words';
import type { CardData } from './template';

/** As many leading lines as stay within so many characters. */
function leadingLines(lines: readonly string[], max: number): string[] {
  let length = 0;
  const over = lines.findIndex((line) => {
    length += line.length + 1;
    return length > max;
  });
  return over < 0 ? [...lines] : lines.slice(0, over);
}

/** One hidden part with the code, and the remark on what is left out. `charsMax` 0 leaves all of it out. */
export function queryParts(view: HuntingAnswerView, charsMax: number): CardData[] {
  const lines = toCode(view.kql).split('\n');
  const shown = leadingLines(lines, charsMax);
  if (shown.length === 0) return [];
  const left = lines.length - shown.length;
  return [
    {
      title: QUERY.title,
      button: QUERY.button,
      tooltip: QUERY.tooltip,
      code: shown.join('\n'),
      lines: shown.map((line) => ({ text: toTextRun(Untrusted.of(line), charsMax) })),
      remarks: left === 0 ? [] : [{ text: QUERY.left(left) }],
    },
  ];
}
