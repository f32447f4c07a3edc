// Cards with one chart of each kind, as a bot would send them.
import type { Json } from '../emulator/teams/fake-bot';

const fallback = { type: 'TextBlock', text: 'the fallback' };
const week = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];
const line = (legend: string, ys: number[], color?: string) => ({
  legend,
  values: ys.map((y, index) => ({ x: week[index], y })),
  ...(color && { color }),
});

export const CHARTS: readonly Json[] = [
  {
    type: 'Chart.Donut',
    title: 'By severity',
    showTitle: true,
    value: '12',
    thickness: 'Thick',
    data: [
      { legend: 'High', value: 5, color: 'attention' },
      { legend: 'Medium', value: 4, color: 'warning' },
      { legend: 'Low', value: 3, color: 'good' },
    ],
  },
  {
    type: 'Chart.Pie',
    title: 'By department',
    showTitle: true,
    data: [
      { legend: 'Sales', value: 31 },
      { legend: 'Research', value: 27 },
      { legend: 'Finance', value: 9 },
    ],
  },
  {
    type: 'Chart.VerticalBar',
    title: 'Files a day',
    showTitle: true,
    xAxisTitle: 'Day',
    yAxisTitle: 'Files',
    showBarValues: true,
    data: week.map((x, index) => ({ x: x.slice(5), y: [3, 9, 14, 8, 11, 7, 2][index], color: 'categoricalBlue' })),
  },
  {
    type: 'Chart.VerticalBar.Grouped',
    title: 'This week and the one before',
    showTitle: true,
    stacked: false,
    data: [line('This week', [3, 9, 14, 8, 11, 7, 2]), line('The week before', [1, 4, 5, 3, 4, 2, 0], 'neutral')],
  },
  {
    type: 'Chart.HorizontalBar',
    title: 'People by files',
    showTitle: true,
    displayMode: 'AbsoluteWithAxis',
    data: [
      { x: 'Person K7F2', y: 31 },
      { x: 'Person M3QX', y: 27 },
      { x: 'a-department-with-a-name-that-is-far-too-long', y: 4 },
    ],
  },
  {
    type: 'Chart.HorizontalBar',
    title: 'Share of the whole',
    showTitle: true,
    displayMode: 'PartToWhole',
    data: [
      { x: 'mail.google.com', y: 54 },
      { x: 'dropbox.com', y: 18 },
    ],
  },
  {
    type: 'Chart.HorizontalBar.Stacked',
    title: 'Policies by severity',
    showTitle: true,
    data: [
      {
        title: 'Data leaks',
        data: [
          { legend: 'High', value: 3, color: 'attention' },
          { legend: 'Low', value: 6, color: 'good' },
        ],
      },
      { title: 'Risky AI usage', data: [{ legend: 'Low', value: 4, color: 'good' }] },
    ],
  },
  {
    type: 'Chart.Line',
    title: 'Trend',
    showTitle: true,
    yAxisTitle: 'Files',
    data: [line('Confidential', [3, 9, 14, 8, 11, 7, 2]), line('Highly Confidential', [0, 1, 3, 2, 2, 1, 0])],
  },
  {
    type: 'Chart.Gauge',
    title: 'False positives',
    showTitle: true,
    value: 35,
    min: 0,
    max: 100,
    valueFormat: 'Percentage',
    subLabel: 'of resolved alerts',
    segments: [
      { legend: 'Good', size: 30, color: 'good' },
      { legend: 'Fair', size: 40, color: 'warning' },
      { legend: 'Poor', size: 30, color: 'attention' },
    ],
  },
].map((chart) => ({ ...chart, fallback }));

const tile = (figure: string, words: string) => ({
  type: 'Column',
  width: 'stretch',
  style: 'emphasis',
  items: [
    { type: 'TextBlock', text: figure, size: 'ExtraLarge', weight: 'Bolder' },
    { type: 'TextBlock', text: words, isSubtle: true, spacing: 'None', wrap: true },
  ],
});

/** What a hunting answer may hold besides: tiles, a table, KQL behind a toggle, a form, a link, text of one width. */
export const ANSWER: Json = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'ColumnSet', columns: [tile('54', 'files'), tile('2', 'people'), tile('67', 'events')] },
    {
      type: 'Table',
      firstRowAsHeaders: true,
      columns: [{ width: 2 }, { width: 1 }],
      rows: [
        ['Person', 'Files'],
        ['Person K7F2', '31'],
      ].map((cells) => ({
        type: 'TableRow',
        cells: cells.map((text) => ({ type: 'TableCell', items: [{ type: 'TextBlock', text, wrap: true }] })),
      })),
    },
    { type: 'TextBlock', text: 'lt-4471.contoso.com', fontType: 'Monospace' },
    {
      type: 'CodeBlock',
      id: 'kql',
      isVisible: false,
      language: 'Sql',
      codeSnippet: `DataSecurityEvents\n| where Timestamp > ago(7d)\n| where SensitivityLabelId has_any (${'"defa4170-0d19-0005-0005-bc88714345d2", '.repeat(4)})`,
    },
  ],
  actions: [
    { type: 'Action.ToggleVisibility', title: 'Show KQL', targetElements: ['kql'] },
    { type: 'Action.OpenUrl', title: 'Open in Defender', url: 'https://security.microsoft.com/v2/advanced-hunting' },
    {
      type: 'Action.ShowCard',
      title: 'Comment',
      card: { type: 'AdaptiveCard', body: [{ type: 'Input.Text', id: 'comment', label: 'What do you think?' }] },
    },
  ],
};
