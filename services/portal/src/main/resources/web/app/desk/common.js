/** An element with attributes and children; texts stay texts. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const HEADERS = { 'X-Requested-With': 'JavaScript', 'HX-Request': 'true' };

/** A fragment of the page; null when it could not be had. */
export async function fetchText(address) {
  try {
    const answer = await fetch(address, { headers: HEADERS });
    if (answer.status === 499) location.reload();
    return answer.ok ? await answer.text() : null;
  } catch {
    // offline: what is on the page stays there
    return null;
  }
}

/** What the server answers to JSON; status 0 when it can't be reached. */
export async function send(method, address, body) {
  try {
    const answer = await fetch(address, {
      method,
      keepalive: true,
      headers: { ...HEADERS, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 499) return { status: 0 };
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, body: isJson ? await answer.json() : {} };
  } catch {
    // no connection: the caller tries again
    return { status: 0 };
  }
}

/** Digits in groups of three; what is no number stays as it is. */
export function grouped(text) {
  const parts = /^(\d+)(\.\d+)?$/.exec(text.trim());
  return parts ? parts[1].replace(/\B(?=(\d{3})+$)/g, ',') + (parts[2] ?? '') : text;
}

/** A dialog with these contents; resolves to the value of the button that closed it, or to the empty text. */
export function ask(title, contents, buttons) {
  const dialog = document.getElementById('desk-dialog');
  const form = element('form', { method: 'dialog' },
    element('h2', { id: 'desk-dialog-title' }, title), ...contents,
    element('p', { class: 'dialog-buttons' }, ...buttons.map(b =>
      element('button', { class: 'btn ' + b.look, value: b.value, disabled: b.disabled ?? false }, b.text))));
  dialog.replaceChildren(form);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true }));
}
