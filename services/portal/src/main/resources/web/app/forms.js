// Small helps; every form works without them.

// An upload's findings belong to the file that was checked: another file, another check.
document.addEventListener('change', event => {
  const clears = event.target.dataset?.clears;
  if (clears) document.getElementById(clears).replaceChildren();
});

// What cannot be taken back is asked about first.
document.addEventListener('submit', event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

// What somebody is ticking is not taken away by figures that move meanwhile.
document.addEventListener('htmx:oobBeforeSwap', event => {
  if (event.detail.target?.querySelector('input[type=checkbox]:checked')) event.detail.shouldSwap = false;
});

// How far an upload has come; what the service does with the file afterwards is watched on its own.
document.addEventListener('htmx:xhr:progress', event => {
  const bar = event.target.querySelector?.('progress[data-upload]');
  if (!bar || !event.detail.lengthComputable) return;
  bar.hidden = event.detail.loaded >= event.detail.total;
  bar.value = event.detail.loaded * 100 / event.detail.total;
});

// What only some choices are about is shown with them.
const showPartsOf = choice => document.querySelectorAll(`[data-for="${choice.id}"]`).forEach(part => {
  part.hidden = !part.dataset.when.split(' ').includes(choice.value);
});
document.querySelectorAll('select[data-decides]').forEach(showPartsOf);
document.addEventListener('change', event => {
  if (event.target.matches('select[data-decides]')) showPartsOf(event.target);
});
