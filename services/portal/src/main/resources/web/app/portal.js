import 'bootstrap/dist/css/bootstrap.min.css';
import './portal.css';
import htmx from 'htmx.org';
import { drawCharts } from './charts.js';
import { followLive, followParts } from './live.js';
import './forms.js';
import { openDesk } from './desk/desk.js';

window.htmx = htmx;

// The portal answers 499 instead of a redirect to the sign-in form when a script's request finds the session over.
document.addEventListener('htmx:configRequest', event => {
  event.detail.headers['X-Requested-With'] = 'JavaScript';
});
document.addEventListener('htmx:beforeOnLoad', event => {
  if (event.detail.xhr.status === 499) location.reload();
});
for (const failure of ['htmx:responseError', 'htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(failure, () => notice(document.body.dataset.wordFailed));
}

let hiding;
function notice(text) {
  const place = document.getElementById('notice');
  place.textContent = text;
  place.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { place.hidden = true; }, 6000);
}

drawCharts();
followLive();
followParts();
openDesk();
document.addEventListener('htmx:afterSettle', drawCharts);
document.addEventListener('htmx:oobAfterSwap', drawCharts);
