import { ask, element, grouped, send } from './common.js';

// Long enough for a figure to be finished, short enough for nobody to wait for it.
const PAUSE = 700;
const RETRY = 5000;

/** What was typed, month by month, and its way to the server: one save at a time for each month, and again until it arrives. */
export class Drafts {
  constructor(data, page) {
    this.months = data.months;
    this.fields = data.fields;
    this.words = data.words;
    this.base = data.base;
    this.page = page;
    this.dirty = new Set();
    this.timers = {};
    this.chains = {};
    window.addEventListener('beforeunload', event => {
      if (this.dirty.size === 0) return;
      for (const month of this.dirty) this.flush(month);
      event.preventDefault();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') for (const month of this.dirty) this.flush(month);
    });
  }

  label(field) {
    return this.fields.find(f => f.name === field)?.label ?? field;
  }

  type(month, field, text) {
    const m = this.months[month];
    // a month begins with what the register says of people and area
    if (Object.keys(m.typed).length === 0) for (const f of this.fields) if (f.registered) m.typed[f.name] = f.registered;
    m.typed[field] = text;
    this.page.replacedField?.(month);
    this.#changed(month);
  }

  say(month, part, key, text) {
    this.months[month][part] = { ...this.months[month][part], [key]: text };
    if (text === '') delete this.months[month][part][key];
    this.#changed(month);
  }

  tell(month, part, text) {
    this.months[month][part] = text;
    this.#changed(month);
  }

  /** Months that were typed in and not handed in. */
  filled() {
    return Object.keys(this.months).filter(m => this.months[m].draftVersion > 0 || this.dirty.has(m));
  }

  #changed(month) {
    this.dirty.add(month);
    this.page.state(this.words.deskSaving);
    clearTimeout(this.timers[month]);
    this.timers[month] = setTimeout(() => this.flush(month), PAUSE);
  }

  /** Resolves when what was typed by now has been saved or refused. */
  flush(month) {
    clearTimeout(this.timers[month]);
    this.chains[month] = (this.chains[month] ?? Promise.resolve()).then(() => this.#save(month));
    return this.chains[month];
  }

  async #save(month) {
    if (!this.dirty.has(month)) return;
    this.dirty.delete(month);
    const mine = this.months[month];
    const { status, body } = await send('PUT', `${this.base}/desk/${month}/draft`, mine);
    if (status === 200) {
      mine.draftVersion = body.version;
      if (this.dirty.size === 0) this.page.state(this.words.deskSaved.replace('%s', body.at));
      this.page.checked(month, body);
    } else if (status === 412 && body.theirs) {
      await this.#settle(month, body);
    } else {
      this.dirty.add(month);
      this.page.state(this.words.deskNotSaved.replace('%s', body?.message ?? ''));
      // what is refused for good is not sent again until it is changed
      if (status === 0 || status >= 500) this.timers[month] = setTimeout(() => this.flush(month), RETRY);
    }
  }

  /** Somebody else was there: both values are shown, and the person decides. */
  async #settle(month, { message, theirs }) {
    const mine = this.months[month];
    const different = this.#differences(mine, theirs);
    let choice = 'mine';
    if (different.length > 0) {
      choice = await ask(this.words.deskConflict.replace('%s', mine.label), [
        element('p', {}, message),
        element('div', { class: 'table-scroll' }, element('table', { class: 'table table-sm' },
          element('thead', {}, element('tr', {}, element('th', {}, this.words.deskFigure),
            element('th', {}, this.words.deskTheirs), element('th', {}, this.words.deskMine))),
          element('tbody', {}, ...different.map(d => element('tr', {}, element('th', { scope: 'row' }, d.label),
            element('td', {}, d.theirs || this.words.none), element('td', {}, d.mine || this.words.none)))))),
      ], [
        { value: 'theirs', text: this.words.deskTakeTheirs, look: 'btn-primary' },
        { value: 'mine', text: this.words.deskKeepMine, look: 'btn-outline-danger' },
      ]);
    }
    mine.draftVersion = theirs.draftVersion;
    mine.reportVersion = theirs.reportVersion ?? null;
    mine.standing = theirs.standing;
    if (choice === 'mine') {
      this.dirty.add(month);
      return this.#save(month);
    }
    if (choice !== 'theirs') {
      // closed without a choice: nothing is thrown away and nothing overwritten
      this.page.state(this.words.deskNotSaved.replace('%s', message));
      return;
    }
    for (const part of ['typed', 'bases', 'note', 'explanations']) mine[part] = theirs[part];
    this.page.state('');
    this.page.replaced(month);
  }

  #differences(mine, theirs) {
    const figures = this.fields.map(f => ({
      label: `${f.label} ${f.unit}`, mine: grouped(mine.typed[f.name] ?? ''), theirs: grouped(theirs.typed[f.name] ?? ''),
    }));
    figures.push({ label: '', mine: mine.note ?? '', theirs: theirs.note ?? '' });
    return figures.filter(f => f.mine !== f.theirs);
  }

  async submit(month) {
    await this.flush(month);
    const mine = this.months[month];
    if (this.dirty.has(month)) return { ok: false, message: this.words.deskNotSaved.replace('%s', '') };
    if (!(mine.draftVersion > 0)) return { ok: false, message: this.words.deskNothingFilled };
    const { status, body } = await send('POST', `${this.base}/desk/${month}/submission`, {
      version: mine.draftVersion, reason: mine.reason || null,
    });
    if (status === 200) { mine.draftVersion = 0; return { ok: true }; }
    if (status === 412 && body.theirs) await this.#settle(month, body);
    return { ok: false, message: body?.message ?? this.words.deskNotSaved.replace('%s', ''), errors: body?.errors };
  }

  async discard(month) {
    clearTimeout(this.timers[month]);
    this.dirty.delete(month);
    await this.chains[month];
    const { status } = await send('DELETE', `${this.base}/desk/${month}/draft?version=${this.months[month].draftVersion}`);
    return status === 200;
  }
}
