import { ask, element, grouped } from './common.js';

const WIDE = '０１２３４５６７８９．，－　';
const NARROW = '0123456789.,- ';

/** What a cell of another spreadsheet says: a number without what only makes it readable. */
export function read(text) {
  const plain = [...text].map(c => (WIDE.includes(c) ? NARROW[WIDE.indexOf(c)] : c)).join('')
    .replace(/^"|"$/g, '').replace(/[\s,\u00a0]/g, '');
  if (plain === '' || plain === '-' || plain === '—') return { empty: true };
  return /^\d{1,12}(\.\d+)?$/.test(plain) ? { text: plain } : { unreadable: true };
}

/** Rows and cells of a block as Excel and WPS put it on the clipboard. */
export function block(text) {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map(line => line.split('\t'));
}

/** Shows what would land where and what could not be read, and takes it when the person says so. */
export async function preview(text, grid, data, take) {
  const words = data.words;
  const lines = block(text);
  const width = Math.max(...lines.map(l => l.length));
  const cells = lines.map((line, row) => Array.from({ length: width }, (_, column) => landing(line[column] ?? '', row, column)));
  const taken = cells.flat().filter(c => c.text !== undefined);

  function landing(raw, row, column) {
    const target = grid.beside(row, column);
    if (!target) return { raw, why: words.deskPasteOutside };
    const where = { raw, month: target.month, field: target.field, label: target.label };
    if (!data.months[target.month].editable) return { ...where, why: words.deskPasteLocked };
    const value = read(raw);
    if (value.empty) return { ...where, why: words.deskPasteEmpty, quiet: true };
    if (value.unreadable) return { ...where, why: words.deskPasteUnreadable };
    return { ...where, text: value.text, before: data.months[target.month].typed[target.field] ?? '' };
  }

  const label = place => place && (grid.byMonth ? data.months[place.month].label : place.label);
  const across = place => place && (grid.byMonth ? place.label : data.months[place.month].label);
  const head = element('tr', {}, element('td', {}), ...Array.from({ length: width }, (_, c) =>
    element('th', { scope: 'col' }, across(grid.beside(0, c)) ?? words.none)));
  const body = cells.map((line, r) => element('tr', {}, element('th', { scope: 'row' }, label(grid.beside(r, 0)) ?? words.none),
    ...line.map(cell => element('td', { class: cell.text !== undefined ? 'is-good' : cell.quiet ? 'is-none' : 'is-poor' },
      element('b', {}, cell.text !== undefined ? grouped(cell.text) : cell.raw || words.none),
      element('small', {}, cell.why ?? (cell.before ? words.deskPasteNow.replace('%s', grouped(cell.before)) : ''))))));
  const count = words.deskPasteRead.replace('%s', taken.length)
    .replace('%s', cells.flat().filter(c => c.text === undefined && !c.quiet).length);
  const choice = await ask(words.deskPasteTitle, [
    element('p', {}, count + ' ' + words.deskPasteHow),
    element('div', { class: 'table-scroll' }, element('table', { class: 'table table-sm paste' }, element('thead', {}, head), element('tbody', {}, ...body))),
  ], [
    { value: 'take', text: words.deskPasteTake.replace('%s', taken.length), look: 'btn-primary', disabled: taken.length === 0 },
    { value: '', text: words.cancel, look: 'btn-outline-secondary' },
  ]);
  if (choice === 'take') take(taken);
}
