import 'bootstrap/dist/css/bootstrap.min.css';
import './portal.css';
import htmx from 'htmx.org';

window.htmx = htmx;

// The portal answers 499 instead of a redirect to the sign-in form when a script's request finds the session over.
document.addEventListener('htmx:configRequest', event => {
  event.detail.headers['X-Requested-With'] = 'JavaScript';
});
document.addEventListener('htmx:beforeOnLoad', event => {
  if (event.detail.xhr.status === 499) location.reload();
});
