// Draws one Adaptive Card with the published renderer and tells which action was pressed, its inputs validated and
// merged. Sending it is left to the caller.
import type * as Renderer from 'adaptivecards';
import { TEAMS_LIGHT } from './host-config.js';
import { drawMentions, markdownToHtml } from './markdown.js';
import { registerTeamsElements } from './teams-elements.js';
import type { CardJson, PressedAction } from './view-shapes.js';

declare global {
  interface Window {
    AdaptiveCards: typeof Renderer;
  }
}

const OPENED_PROTOCOLS = ['https:', 'http:'];

/** Names that the card being drawn declares as mentions; drawing is synchronous. */
let declaredMentions: string[] = [];

function prepareRenderer(): typeof Renderer {
  const cards = window.AdaptiveCards;
  registerTeamsElements(cards);
  cards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
  cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = drawMentions(markdownToHtml(text), declaredMentions);
    result.didProcess = true;
  };
  return cards;
}

function mentionsOf(card: CardJson): string[] {
  const teams = card['msteams'] as { entities?: { type?: string; mentioned?: { name?: string } }[] } | undefined;
  const entities = Array.isArray(teams?.entities) ? teams.entities : [];
  return entities.filter((one) => one.type === 'mention').map((one) => one.mentioned?.name ?? '');
}

function openUrl(url: string | undefined): void {
  const target = URL.parse(url ?? '');
  if (target && OPENED_PROTOCOLS.includes(target.protocol)) window.open(target, '_blank', 'noopener,noreferrer');
}

function pressedAction(cards: typeof Renderer, action: Renderer.Action): PressedAction | undefined {
  const named = { ...(action.id && { id: action.id }), ...(action.title && { title: action.title }) };
  if (action instanceof cards.ExecuteAction) {
    return { type: 'Action.Execute', ...named, verb: action.verb, data: action.data };
  }
  return action instanceof cards.SubmitAction ? { type: 'Action.Submit', ...named, data: action.data } : undefined;
}

/** What is shown for a card that cannot be drawn at all. */
function undrawable(card: CardJson): HTMLElement {
  const shown = document.createElement('p');
  shown.className = 'undrawable';
  const text = card['fallbackText'];
  shown.textContent = typeof text === 'string' ? text : 'This card cannot be shown.';
  return shown;
}

/** The card as an element; `onPress` gets Action.Execute and Action.Submit once their inputs are valid. */
export function drawCard(card: CardJson, onPress: (action: PressedAction) => void): HTMLElement {
  const cards = prepareRenderer();
  const drawn = new cards.AdaptiveCard();
  drawn.hostConfig = new cards.HostConfig(TEAMS_LIGHT);
  drawn.onExecuteAction = (action) => {
    if (action instanceof cards.OpenUrlAction) return openUrl(action.url);
    const pressed = pressedAction(cards, action);
    if (pressed) onPress(pressed);
  };
  declaredMentions = mentionsOf(card);
  try {
    drawn.parse(card);
    return drawn.render() ?? undrawable(card);
  } catch {
    return undrawable(card);
  }
}
