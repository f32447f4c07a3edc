// "You are": the five parts of the story first, then everyone else of the tenant.
import { element } from './element.js';
import type { PersonEntry, PersonView } from './view-shapes.js';

function describe(person: PersonEntry): string {
  const words = person.roles.length > 0 ? person.roles.join(', ') : person.guest ? 'guest' : 'no role';
  return `${person.name} (${words})`;
}

/** Fills the select; its value is the id of the person one is. */
export function drawPersonas(select: HTMLSelectElement, view: PersonView): void {
  const parts = new Set(view.personas.map((persona) => persona.personId));
  const story = view.personas.flatMap(({ label, personId }) => {
    const person = view.people.find((one) => one.id === personId);
    return person ? [element('option', { value: personId }, `${label}: ${person.name}`)] : [];
  });
  const others = view.people.filter((person) => !parts.has(person.id));
  const everyone = others.map((person) => element('option', { value: person.id }, describe(person)));
  select.replaceChildren(
    element('optgroup', { label: 'In this story' }, ...story),
    element('optgroup', { label: 'Everyone else' }, ...everyone),
  );
  select.value = view.me.id;
}
