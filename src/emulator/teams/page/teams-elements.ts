// Elements that Teams draws and the published renderer does not know: charts and blocks of code. All else that is
// unknown stays so, and its fallback is drawn.
import type * as Renderer from 'adaptivecards';
import { CHART_TYPES, chartFigure } from './chart-figure.js';
import { codeBlock } from './code-block.js';
import type { CardJson } from './view-shapes.js';

let registered = false;

/** Idempotent. */
export function registerTeamsElements(cards: typeof Renderer): void {
  if (registered) return;
  registered = true;
  for (const type of CHART_TYPES) register(cards, type, chartFigure);
  register(cards, 'CodeBlock', codeBlock);
}

function register(cards: typeof Renderer, type: string, draw: (json: CardJson) => HTMLElement): void {
  class TeamsElement extends cards.CardElement {
    private json: CardJson = {};

    getJsonTypeName(): string {
      return type;
    }

    protected override internalParse(source: CardJson, context: Renderer.SerializationContext): void {
      super.internalParse(source, context);
      this.json = source;
    }

    protected override internalRender(): HTMLElement {
      return draw(this.json);
    }
  }
  cards.GlobalRegistry.elements.register(type, TeamsElement, cards.Versions.v1_0);
}
