import { element, grouped } from './common.js';

const GRADES = ['RETURNED', 'HARD', 'SOFT', 'REVIEW'];

/** A table one moves about in and types into as in a spreadsheet. */
export class Grid {
  constructor(table, data) {
    this.table = table;
    this.months = data.months;
    this.fields = data.fields;
    this.byMonth = table.classList.contains('by-month');
    this.rows = [...table.tBodies[0].rows].map(row => [...row.querySelectorAll('td')]);
    this.at = null;
    this.anchor = null;
    this.editing = null;
    this.onSelect = () => {};
    this.onEdit = () => {};
    this.onPaste = () => {};
  }

  start(month) {
    const first = this.#cells().find(td => td.dataset.month === month) ?? this.rows[0][0];
    first.tabIndex = 0;
    this.table.addEventListener('click', event => this.#click(event));
    this.table.addEventListener('dblclick', () => this.#edit(null));
    this.table.addEventListener('keydown', event => this.#key(event));
    this.table.addEventListener('focusin', event => {
      const td = event.target.closest('td[role=gridcell]');
      if (td && event.target === td && td !== this.#active()) this.#select(this.#place(td), false);
    });
    document.addEventListener('copy', event => this.#copy(event));
    document.addEventListener('paste', event => this.#paste(event));
  }

  #cells() { return this.rows.flat(); }
  #active() { return this.at ? this.rows[this.at.row][this.at.column] : null; }

  #place(td) {
    const row = this.rows.findIndex(r => r.includes(td));
    return { row, column: this.rows[row].indexOf(td) };
  }

  #find(month, field) {
    return this.#cells().find(td => td.dataset.month === month && td.dataset.field === field);
  }

  /** Where one is: month and field. */
  active() {
    const td = this.#active();
    return td && { month: td.dataset.month, field: td.dataset.field };
  }

  /** The cell so many rows and columns from the active one; undefined outside. */
  beside(rows, columns) {
    return this.at ? this.rows[this.at.row + rows]?.[this.at.column + columns]?.dataset : undefined;
  }

  #select(place, extend) {
    const row = Math.max(0, Math.min(this.rows.length - 1, place.row));
    const column = Math.max(0, Math.min(this.rows[0].length - 1, place.column));
    for (const td of this.table.querySelectorAll('td[tabindex="0"]')) td.tabIndex = -1;
    const before = this.#active();
    this.at = { row, column };
    if (!extend || !this.anchor) this.anchor = this.at;
    const td = this.#active();
    td.tabIndex = 0;
    this.choose(td.dataset.month);
    for (const each of this.#cells()) each.classList.toggle('is-selected', this.#isSelected(each));
    td.focus({ preventScroll: false });
    if (td !== before) this.onSelect();
  }

  #isSelected(td) {
    const { row, column } = this.#place(td);
    const between = (x, a, b) => x >= Math.min(a, b) && x <= Math.max(a, b);
    return between(row, this.at.row, this.anchor.row) && between(column, this.at.column, this.anchor.column);
  }

  /** Opens a month: its cells show what they are compared with; on a narrow screen it is the one that is shown. */
  choose(month) {
    for (const each of this.table.querySelectorAll('[data-month]')) each.classList.toggle('is-chosen', each.dataset.month === month);
  }

  #click(event) {
    const td = event.target.closest('td[role=gridcell]');
    if (!td || event.target.closest('input')) return;
    this.commit();
    this.#select(this.#place(td), event.shiftKey);
    if (event.pointerType === 'touch') this.#edit(null);
  }

  #key(event) {
    if (this.editing) return this.#keyInEditor(event);
    if (!this.at || event.altKey) return;
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (event.ctrlKey || event.metaKey) return;
    if (moves[event.key]) {
      event.preventDefault();
      const [rows, columns] = moves[event.key];
      this.#select({ row: this.at.row + rows, column: this.at.column + columns }, event.shiftKey);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      this.#select({ row: this.at.row, column: event.key === 'Home' ? 0 : this.rows[0].length - 1 }, event.shiftKey);
    } else if (event.key === 'Tab') {
      this.#tab(event);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.#edit(null);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      for (const td of this.#cells()) if (td.classList.contains('is-selected') && this.#isOpen(td)) this.#write(td, '');
    } else if (event.key.length === 1 || event.key === 'Process') {
      // the letter itself lands in the editor, which has the focus by then
      this.#edit('');
    }
  }

  /** From cell to cell, and out of the table at its ends, so that the keyboard is never caught in it. */
  #tab(event) {
    const step = event.shiftKey ? -1 : 1;
    let { row, column } = this.at;
    column += step;
    if (column < 0 || column >= this.rows[0].length) {
      row += step;
      column = step > 0 ? 0 : this.rows[0].length - 1;
    }
    if (row < 0 || row >= this.rows.length) return;
    event.preventDefault();
    this.#select({ row, column }, false);
  }

  #isOpen(td) { return td.getAttribute('aria-readonly') !== 'true'; }

  /** @param text to begin with; null for what is there */
  #edit(text) {
    const td = this.#active();
    if (!td || this.editing || !this.#isOpen(td)) return;
    const month = this.months[td.dataset.month];
    const present = month.typed[td.dataset.field] ?? td.querySelector('.figure i')?.textContent.replaceAll(',', '') ?? '';
    const input = element('input', { class: 'cell-input', inputmode: 'decimal', autocomplete: 'off', 'aria-label': td.dataset.label });
    input.value = text ?? present;
    this.editing = { td, input, replacing: text !== null, present: month.typed[td.dataset.field] ?? '' };
    td.classList.add('is-editing');
    td.append(input);
    input.focus();
    if (text === null) input.select();
    input.addEventListener('blur', () => { if (this.editing?.input === input) this.commit(); });
  }

  #keyInEditor(event) {
    const leave = (rows, columns) => {
      event.preventDefault();
      this.commit();
      this.#select({ row: this.at.row + rows, column: this.at.column + columns }, false);
    };
    if (event.isComposing) return;
    if (event.key === 'Enter') leave(event.shiftKey ? -1 : 1, 0);
    else if (event.key === 'ArrowDown') leave(1, 0);
    else if (event.key === 'ArrowUp') leave(-1, 0);
    else if (event.key === 'ArrowRight' && this.editing.replacing) leave(0, 1);
    else if (event.key === 'ArrowLeft' && this.editing.replacing) leave(0, -1);
    else if (event.key === 'Tab') { this.commit(); this.#active().focus(); this.#tab(event); }
    else if (event.key === 'Escape') {
      event.preventDefault();
      this.#close();
      this.#active().focus();
    }
  }

  /** Takes what stands in the editor. */
  commit() {
    if (!this.editing) return;
    const { td, input, present } = this.editing;
    const text = input.value.trim();
    this.#close();
    if (text !== present) this.#write(td, text);
  }

  #close() {
    const { td, input } = this.editing;
    this.editing = null;
    td.classList.remove('is-editing');
    input.remove();
  }

  #write(td, text) {
    this.set(td.dataset.month, td.dataset.field, text);
    this.onEdit(td.dataset.month, td.dataset.field, text);
    this.refresh(td.dataset.month);
  }

  set(month, field, text) {
    this.#show(this.#find(month, field), text);
  }

  #show(td, text) {
    td.querySelector('.figure').textContent = grouped(text);
  }

  /** The figures of a month as they are typed. */
  refresh(month) {
    for (const td of this.#cells()) {
      if (td.dataset.month === month && Object.keys(this.months[month].typed).length > 0)
        this.#show(td, this.months[month].typed[td.dataset.field] ?? '');
    }
  }

  /** What the checks say of a month; what a reviewer said stays. */
  mark(month, findings, prices) {
    for (const td of this.#cells().filter(c => c.dataset.month === month)) {
      const said = findings.filter(f => f.field === td.dataset.field);
      if (td.classList.contains('has-RETURNED')) continue;
      const grade = GRADES.find(g => said.some(s => s.grade === g));
      for (const each of GRADES) td.classList.toggle('has-' + each, each === grade);
      if (grade) td.setAttribute('aria-invalid', 'true'); else td.removeAttribute('aria-invalid');
      const says = said.map(s => s.text).join('; ');
      td.querySelector('.says').textContent = says;
      td.title = says;
      if (prices) td.querySelector('.price').textContent = prices[td.dataset.field] ?? '';
    }
  }

  bills(at, more) {
    const td = this.#find(at.month, at.field);
    let clip = td.querySelector('.clip');
    if (!clip) { clip = element('span', { class: 'clip' }); td.append(clip); }
    const count = Number(clip.textContent || 0) + more;
    clip.textContent = count > 0 ? String(count) : '';
  }

  #text(td) { return this.months[td.dataset.month].typed[td.dataset.field] ?? ''; }

  #copy(event) {
    if (this.editing || !this.at || !this.table.contains(document.activeElement)) return;
    const lines = this.rows.map(row => row.filter(td => td.classList.contains('is-selected')))
      .filter(row => row.length > 0).map(row => row.map(td => this.#text(td)).join('\t'));
    event.clipboardData.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  }

  #paste(event) {
    if (!this.at || !this.table.contains(document.activeElement)) return;
    const text = event.clipboardData.getData('text/plain');
    if (this.editing && !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    if (this.editing) { this.#close(); this.#active().focus(); }
    this.onPaste(text);
  }
}
