import { Replacing } from '../../src/domain/replacing';

/** The text with the first `<name>` in it replaced; angle brackets mark the place and are no part of the text. */
function replaced(marked: string): string {
  const [before = '', name = '', after = ''] = marked.split(/[<>]/);
  const replacing = new Replacing(before + name + after);
  replacing.put(before.length, before.length + name.length, 'Person K7F2');
  return replacing.text();
}

test.each([
  ['by <Alex> today', 'by Person K7F2 today'],
  ['<Alex>.', 'Person K7F2.'],
  ['<Alex>’s', 'Person K7F2’s'],
  ['(<Alex>)', '(Person K7F2)'],
  ['C:\\Users\\<alexw>\\x', 'C:\\Users\\Person-K7F2\\x'],
  ['<alexw>@contoso.com', 'Person-K7F2@contoso.com'],
  ['<ALEXW>-LAPTOP', 'Person-K7F2-LAPTOP'],
  ['<Alex>.docx', 'Person-K7F2.docx'],
  ['cv.<alex>', 'cv.Person-K7F2'],
  ['<Alex>2026', 'Person-K7F2-2026'],
  ['CV<Alex>', 'CV-Person-K7F2'],
  ['a%20<Alex>%20b', 'a%20Person-K7F2%20b'],
])('%s becomes %s', (marked, shown) => {
  expect(replaced(marked)).toBe(shown);
});

test('only what tears a word apart is said to', () => {
  const torn = (source: string, from: number, to: number) => {
    const replacing = new Replacing(source);
    replacing.put(from, to, 'Person K7F2');
    replacing.text();
    return replacing.torn;
  };
  expect([torn('Alex-PC', 0, 4), torn('AlexPC', 0, 4)]).toEqual([false, true]);
});

test('what was replaced once is not replaced again', () => {
  const replacing = new Replacing('alexwilber');
  replacing.put(0, 10, 'Person K7F2');
  replacing.put(4, 10, 'a person');
  expect(replacing.text()).toBe('Person K7F2');
});
