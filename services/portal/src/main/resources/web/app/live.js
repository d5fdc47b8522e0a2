import htmx from 'htmx.org';

// A page under a stream of reports refreshes at most once in this many milliseconds; the first report shows at once.
const PACE = 1000;

let newest = null;
let busy = false;
let again = false;
let last = 0;
let before = new Map();

const refresher = () => document.getElementById('refresher');

function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  const wait = Math.max(0, last + PACE - Date.now());
  setTimeout(() => { last = Date.now(); htmx.trigger(refresher(), 'figures'); }, wait);
}

function done() {
  busy = false;
  if (again) { again = false; refresh(); }
}

const figures = () => new Map([...document.querySelectorAll('[data-measure]')].map(e => [e.dataset.measure, e.dataset.value]));

/** Listens for reports below and has the page fetch the figures that include them. */
export function followLive() {
  const events = document.body.dataset.live;
  if (!events || !refresher()) return;

  refresher().addEventListener('htmx:configRequest', event => {
    before = figures();
    event.detail.path = location.pathname + location.search;
    event.detail.parameters = new FormData();
    if (newest) event.detail.parameters.set('notBefore', newest);
  });
  refresher().addEventListener('htmx:afterRequest', () => {
    for (const card of document.querySelectorAll('[data-measure]')) {
      if (before.get(card.dataset.measure) !== card.dataset.value) card.classList.add('moved');
    }
    done();
  });

  const stream = new EventSource(events);
  stream.addEventListener('moved', event => {
    const moved = JSON.parse(event.data);
    if (!newest || moved.asOf > newest) newest = moved.asOf;
    refresh();
  });
  stream.addEventListener('open', () => document.body.classList.add('is-live'));
  stream.addEventListener('error', () => document.body.classList.remove('is-live'));
}

/** Follows a part of the page that says where its events come from, until what it shows does not move any more. */
export function followParts() {
  const part = () => document.querySelector('[data-follows]');
  if (!part()) return;

  const stream = new EventSource(part().dataset.follows);
  let waiting = null;
  let at = 0;
  const fetchAgain = () => {
    waiting = null;
    at = Date.now();
    if (part()) htmx.trigger(part(), 'moved');
    else stream.close();
  };
  const soon = () => { waiting ??= setTimeout(fetchAgain, Math.max(0, at + PACE - Date.now())); };

  // what happened before one listened is found when the stream opens, also after it was cut
  stream.addEventListener('open', soon);
  stream.addEventListener('moved', soon);
  document.body.addEventListener('htmx:afterSettle', () => { if (!part()) stream.close(); });
}
