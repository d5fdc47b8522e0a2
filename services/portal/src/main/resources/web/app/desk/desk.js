import { Drafts } from './drafts.js';
import { Grid } from './grid.js';
import { element, fetchText } from './common.js';
import { preview } from './paste.js';

/** Makes a spreadsheet of a unit's year. Everything it does is decided by the server; without it the form of a month remains. */
export function openDesk() {
  const place = document.getElementById('desk');
  if (!place) return;
  const data = JSON.parse(place.dataset.desk);
  const table = document.getElementById('grid');
  const acts = Object.values(data.months).some(m => m.editable);
  const grid = new Grid(table, data);
  let chosen = document.getElementById('month').dataset.month;
  let asked = 0;

  const drafts = new Drafts(data, {
    state: text => { const at = document.getElementById('desk-state'); if (at) at.textContent = text; },
    checked: (month, saved) => {
      grid.mark(month, saved.findings ?? [], saved.prices ?? {});
      showWhole(month, saved.findings ?? []);
      showDraft(month);
    },
    replaced: month => { grid.refresh(month); fillMonth(); loadCell(); },
  });

  /** What is said of the month and not of one figure. */
  function showWhole(month, findings) {
    if (month !== chosen) return;
    const names = new Set(data.fields.map(f => f.name));
    const at = document.getElementById('month-errors');
    at?.replaceChildren(...findings.filter(f => !names.has(f.field)).map(f => element('p', { class: 'error mb-0' }, f.text)));
  }

  function showDraft(month) {
    const chip = [...place.querySelectorAll('.months a')].find(a => new URL(a.href).searchParams.get('month') === month);
    if (data.months[month].draftVersion > 0 && chip && !chip.textContent.includes('↩')) {
      chip.className = 'is-fair';
      chip.querySelector('span').textContent = '✎ ' + data.words.monthDRAFT;
    }
    const any = Object.values(data.months).some(m => m.draftVersion > 0);
    for (const button of place.querySelectorAll('[data-submit-all]')) button.hidden = !any;
    if (month !== chosen) return;
    for (const button of document.querySelectorAll('[data-discard]')) button.hidden = !(data.months[chosen].draftVersion > 0);
  }

  /** The script's own controls instead of the plain form, with what is typed so far. */
  function fillMonth() {
    const box = document.getElementById('month');
    const month = data.months[chosen];
    if (!box || !month) return;
    for (const own of box.querySelectorAll('.with-script')) own.hidden = false;
    const plain = box.querySelector('.plain-form');
    if (plain && !('refused' in plain.dataset)) plain.open = false;
    const note = box.querySelector('[data-month-note]');
    if (note) note.value = month.note ?? '';
    const reason = box.querySelector('[data-month-reason]');
    if (reason) reason.value = month.reason ?? '';
    for (const at of box.querySelectorAll('[data-explains]')) at.value = month.explanations?.[at.dataset.explains] ?? '';
    showDraft(chosen);
  }

  async function choose(month) {
    if (month === chosen) return;
    chosen = month;
    grid.choose(month);
    for (const link of place.querySelectorAll('.months a')) {
      const here = new URL(link.href).searchParams.get('month') === month;
      if (here) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }
    const ask = ++asked;
    await drafts.flush(month);
    const html = await fetchText(`${data.base}/desk/${month}`);
    if (html === null || ask !== asked) return;
    document.getElementById('month-box').innerHTML = html;
    fillMonth();
  }

  let waiting;
  let shown = 0;
  function loadCell() {
    clearTimeout(waiting);
    const { month, field } = grid.active() ?? {};
    if (!month) return;
    waiting = setTimeout(async () => {
      const ask = ++shown;
      const html = await fetchText(`${data.base}/desk/${month}/cell?field=${encodeURIComponent(field)}`);
      if (html === null || ask !== shown) return;
      const panel = document.getElementById('cell');
      panel.innerHTML = html;
      panel.hidden = false;
      panel.dataset.month = month;
      const basis = panel.querySelector('[data-basis]');
      if (basis) basis.value = data.months[month].bases?.[basis.dataset.basis] ?? '';
      const explains = panel.querySelector('[data-explains]');
      explains.value = data.months[month].explanations?.[field] ?? '';
    }, 250);
  }

  grid.onSelect = () => { choose(grid.active().month); loadCell(); };
  grid.onEdit = (month, field, text) => {
    drafts.type(month, field, text);
    const plain = document.querySelector(`#month[data-month="${month}"] .report-form [name="${field}"]`);
    if (plain) plain.value = text;
  };
  grid.onPaste = text => preview(text, grid, data, (cells) => {
    for (const cell of cells) { grid.set(cell.month, cell.field, cell.text); grid.onEdit(cell.month, cell.field, cell.text); }
    for (const month of new Set(cells.map(c => c.month))) grid.refresh(month);
    loadCell();
  });

  if (!acts) { grid.start(chosen); fillMonth(); return; }
  grid.start(chosen);
  fillMonth();

  place.addEventListener('click', event => {
    const link = event.target.closest('.months a');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(new URL(link.href).searchParams.get('month'));
  });

  document.addEventListener('input', event => {
    const at = event.target;
    const panel = at.closest('#cell');
    const month = panel ? panel.dataset.month : at.closest('#month .with-script') ? chosen : null;
    if (!month) return;
    if (at.dataset.basis) drafts.say(month, 'bases', at.dataset.basis, at.value);
    else if (at.dataset.explains) drafts.say(month, 'explanations', at.dataset.explains, at.value);
    else if ('monthNote' in at.dataset) drafts.tell(month, 'note', at.value);
    else if ('monthReason' in at.dataset) drafts.tell(month, 'reason', at.value);
  });

  document.addEventListener('click', async event => {
    const at = event.target;
    if (!(at instanceof Element)) return;
    if (at.closest('[data-submit-month]')) { grid.commit(); await submit([chosen]); }
    if (at.closest('[data-submit-all]')) {
      grid.commit();
      const months = drafts.filled();
      if (window.confirm(data.words.deskSubmitAllSure + '\n' + months.map(m => data.months[m].label).join(', '))) await submit(months);
    }
    if (at.closest('[data-discard]') && window.confirm(data.words.deskDiscardSure) && await drafts.discard(chosen)) location.reload();
  });

  async function submit(months) {
    const refused = [];
    let last = null;
    for (const month of months) {
      const answer = await drafts.submit(month);
      if (answer.ok) last = month;
      else refused.push({ month, ...answer });
    }
    if (refused.length === 0 && last) {
      const by = grid.byMonth ? '&by=month' : '';
      const done = data.months[last].standing ? 'Corrected' : 'Reported';
      const target = new URL(`${data.base}?month=${last}&done=${done}${by}#month`, location.href);
      if (target.search === location.search) location.reload(); else location.assign(target);
      return;
    }
    const at = document.getElementById('month-errors');
    at?.replaceChildren(...refused.map(r => element('div', { class: 'alert alert-danger py-2 px-3 mt-2 mb-0' },
      element('b', {}, data.months[r.month].label + ' '), r.message,
      element('ul', { class: 'mb-0' }, ...(r.errors ?? []).map(e => element('li', {}, drafts.label(e.field) + ': ' + e.message))))));
    for (const r of refused) grid.mark(r.month, (r.errors ?? []).map(e => ({ field: e.field, grade: 'HARD', text: e.message })), null);
    if (refused.some(r => (r.errors ?? []).some(e => e.field === 'reason'))) document.querySelector('[data-month-reason]')?.focus();
  }

  // A bill is sent without leaving the page; the panel then shows what is there.
  document.addEventListener('submit', async event => {
    const form = event.target.closest('form[data-bill]');
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'JavaScript' } });
    if (answer.ok) { loadCell(); grid.bills(grid.active(), form.matches('.bill-form') ? 1 : -1); }
    else document.querySelector('[data-bill-error]').textContent =
      answer.headers.get('content-type')?.startsWith('text/plain') ? await answer.text() : data.words.deskUploadFailed;
  });
}
