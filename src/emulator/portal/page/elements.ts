// Builds page elements. Text only ever becomes a text node, so nothing an alert says can be markup.

export type Child = Node | string | null;

/** Attributes by name; `class` and `aria-…` included. An empty string sets a bare attribute. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label);
  made.addEventListener('click', press);
  return made;
}

export interface Option {
  value: string;
  label: string;
}

export function picker(options: Option[], chosen: string, attributes: Record<string, string> = {}): HTMLSelectElement {
  const made = element('select', attributes);
  for (const { value, label } of options) made.append(element('option', { value }, label));
  made.value = chosen;
  return made;
}

export function field(label: string, control: HTMLElement): HTMLLabelElement {
  return element('label', { class: 'field' }, element('span', {}, label), control);
}

/** The element of the page's own html; throws when the page lacks it. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
