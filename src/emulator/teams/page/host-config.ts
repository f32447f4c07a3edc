// How cards look on this page: sizes, spacing and colours near those of Teams' light theme, as the renderer's host
// configuration.

const text = { default: '#242424', subtle: '#5c5c5c' };
const highlight = (colour: string) => ({ default: colour, subtle: colour });

const foregroundColors = {
  default: text,
  dark: highlight('#242424'),
  light: highlight('#ffffff'),
  accent: highlight('#4f52b2'),
  good: highlight('#0e700e'),
  warning: highlight('#8a5300'),
  attention: highlight('#b10e1c'),
};

const container = (backgroundColor: string, borderColor: string) => ({
  backgroundColor,
  borderColor,
  borderThickness: 0,
  foregroundColors,
});

/** Teams shows six buttons and moves the rest to a menu. */
export const PRIMARY_ACTIONS = 6;

export const TEAMS_LIGHT = {
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  supportsInteractivity: true,
  containerStyles: {
    default: container('#ffffff', '#e0e0e0'),
    emphasis: container('#f5f5f5', '#e0e0e0'),
    accent: container('#e8ebfa', '#4f52b2'),
    good: container('#f1faf1', '#0e700e'),
    attention: container('#fdf3f4', '#b10e1c'),
    warning: container('#fff9f5', '#8a5300'),
  },
  actions: {
    maxActions: PRIMARY_ACTIONS,
    spacing: 'default',
    // The style sheet's gap sets buttons apart: a spacer would indent the second row.
    buttonSpacing: 0,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 16,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'default', size: 'small' },
  },
};
